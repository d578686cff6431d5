import MARC
import Scrub
import TestSupport
@_spi(Ingest) import Update

/// What scrub made of one record that a test wrote down.
struct Scrubbing {
    /// The record as text, without its leader.
    let text: String
    let leader: String
    /// A line a defect: code, place, action, before and after.
    let defects: [String]
    let messages: [String]
    let mark: Scrubbed.Mark

    /// Scrubs the record that `text` writes down, as it would come in a file of ISO 2709.
    init(
        _ text: String, _ settings: ScrubSettings = ScrubSettings(), intent: Intent = .keep,
        disposition: Disposition = .passed
    ) {
        self.init(Records.record(text), settings, intent: intent, disposition: disposition)
    }

    init(
        _ record: Record, _ settings: ScrubSettings = ScrubSettings(), intent: Intent = .keep,
        disposition: Disposition = .passed
    ) {
        var batch = Batch<Collected>(
            collectedFrom: FileTable([.init(name: "bva.mrc", path: "bva.mrc", format: .iso2709)]))
        let raw = RawRecord.iso2709(record)
        let origin = RecordOrigin(offset: 0, length: raw.count, ordinalInFile: 1, ordinal: 0, file: 0)
        batch.append(raw, origin: origin, intent: intent, disposition: disposition)
        var log = DefectLog(files: batch.files)
        let scrubbed = ScrubStage(settings).process(batch, log: &log)
        let lines = scrubbed.withRecord(0) { Records.text($0) }.split(separator: "\n", maxSplits: 1)
        leader = String(lines[0].dropFirst(6))
        self.text = lines.count > 1 ? String(lines[1]) : ""
        defects = log.defects.map(Self.line)
        messages = log.defects.map(\.message)
        mark = scrubbed.marks[0]
    }

    /// `scrub.surplus-blanks 245[1]$a repaired: "a  b" → "a b"`.
    private static func line(_ defect: Defect) -> String {
        var place = defect.place.tag?.description ?? "record"
        if let occurrence = defect.place.occurrence { place += "[\(occurrence)]" }
        if let indicator = defect.place.indicator { place += " indicator \(indicator)" }
        if let code = defect.place.subfield { place += "$" + Bytes.display([code]) }
        if let position = defect.place.position { place += "/\(position)" }
        var line = "\(defect.code.name) \(place) \(defect.action.name)"
        if let before = defect.before { line += ": \"\(before)\"" }
        if let after = defect.after { line += " → \"\(after)\"" }
        return line
    }
}

/// Records as bytes in a file, whatever is wrong with them.
enum RawRecord {
    /// Writes `record` as a careless program would: nothing is checked.
    static func iso2709(_ record: Record) -> [UInt8] {
        record.withView { view in
            var directory: [UInt8] = []
            var body: [UInt8] = []
            for field in view.fields {
                let start = body.count
                if field.tag.isControl {
                    body += field.value
                } else {
                    body += [field.indicator1, field.indicator2].filter { $0 != 0 }
                    for subfield in field.subfields {
                        if subfield.code != 0 { body += [0x1F, subfield.code] }
                        body += subfield.value
                    }
                }
                body.append(0x1E)
                directory += [field.tag.first, field.tag.second, field.tag.third]
                directory += digits(body.count - start, 4) + digits(start, 5)
            }
            let base = 24 + directory.count + 1
            var leader = view.leader
            for (index, digit) in digits(base + body.count + 1, 5).enumerated() { leader[index] = digit }
            for (index, digit) in digits(base, 5).enumerated() { leader[12 + index] = digit }
            return leader.array + directory + [0x1E] + body + [0x1D]
        }
    }

    private static func digits(_ number: Int, _ width: Int) -> [UInt8] {
        let text = String(number)
        return Array((String(repeating: "0", count: max(0, width - text.count)) + text).utf8)
    }
}

extension Scrubbing {
    /// The record that `text` writes down, scrubbed with one optional repair, as text; tests of a repair also see that
    /// nothing happens without it.
    static func text(_ text: String, asking repair: OptionalRepair) -> String {
        Scrubbing(text, ScrubSettings(optional: [repair])).text
    }
}
