import MARC
import TestSupport
import Testing
@_spi(Ingest) import Update

@testable import Scrub

/// Scrub on the real files. Each is read, scrubbed, held against what a stored record must have, written and scrubbed
/// again.
@Suite struct CorpusTests {
    @Test(
        .enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)),
        arguments: [("iso2709", SourceFormat.iso2709), ("marcxml", .marcxml)])
    func `stored records are in form, and a second scrub changes nothing`(_ format: String, _ source: SourceFormat)
        throws
    {
        var records = 0
        for file in Corpus.files(format: format) {
            let batch = Framed.batch(try file.read(), name: file.path, format: source)
            var log = DefectLog(files: batch.files)
            let scrubbed = ScrubStage().process(batch, log: &log)
            #expect(scrubbed.count == batch.count)
            for index in 0..<scrubbed.count {
                records += 1
                scrubbed.withRecord(index) { view in
                    for fault in StoredForm.faults(of: view) {
                        Issue.record("\(file.path) record \(index + 1): \(fault)")
                    }
                }
                let repairs = SecondScrub.repairs(of: scrubbed, index)
                #expect(repairs.isEmpty, "\(file.path) record \(index + 1): \(repairs)")
            }
        }
        #expect(records > (source == .iso2709 ? 15_000 : 4_000))
    }

    @Test(
        .enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)),
        arguments: [("iso2709", SourceFormat.iso2709), ("marcxml", .marcxml)])
    func `rules that are shown fields with their signs alone do what they do when shown every field`(
        _ format: String, _ source: SourceFormat
    ) throws {
        for file in Corpus.files(format: format) {
            let batch = Framed.batch(try file.read(), name: file.path, format: source)
            let (fast, plain) = (
                ScrubbedPlainly(batch, looksEverywhere: false), ScrubbedPlainly(batch, looksEverywhere: true)
            )
            #expect(fast == plain, "\(file.path)")
        }
    }
}

/// A record that scrub made, scrubbed once more.
enum SecondScrub {
    /// What a second scrub does to the record as it was written, and whether anything differs.
    static func repairs(of scrubbed: Batch<Scrubbed>, _ index: Int, by stage: ScrubStage = ScrubStage()) -> [String] {
        var first: [UInt8] = []
        var raw: [UInt8] = []
        scrubbed.withRecord(index) { view in
            FlatRecord.append(view, to: &first)
            if !view.fields.isEmpty { try? ISO2709Writer.append(view, to: &raw) }
        }
        guard !raw.isEmpty else { return [] }
        var batch = Batch<Collected>(collectedFrom: FileTable([.init(name: "again", path: "again", format: .iso2709)]))
        batch.append(raw, origin: scrubbed.origins[index], intent: scrubbed.marks[index].intent)
        var log = DefectLog(files: batch.files)
        let second = stage.process(batch, log: &log)
        var flat: [UInt8] = []
        second.withRecord(0) { view in _ = FlatRecord.append(view, to: &flat) }
        let repairs = log.defects.filter { $0.action == .repaired || $0.action == .partDropped }
        return repairs.map { "\($0.code.name) \($0.message)" } + (flat == first ? [] : ["the bytes differ"])
    }
}

/// What scrub made of a batch, in the fast way or in the plain one.
struct ScrubbedPlainly: Equatable {
    let hashes: [Hash128]
    let defects: [Defect]

    init(_ batch: Batch<Collected>, looksEverywhere: Bool) {
        let stage = ScrubStage(ScrubSettings(optional: .all), looksEverywhere: looksEverywhere)
        var log = DefectLog(files: batch.files)
        hashes = stage.process(batch, log: &log).marks.map(\.contentHash)
        defects = log.defects
    }
}

/// What ``Scrubbed`` promises.
enum StoredForm {
    static func faults(of view: RecordView) -> [String] {
        var faults: [String] = []
        if !view.leader.array.allSatisfy({ (0x20..<0x7F).contains($0) }) { faults.append("leader not ASCII") }
        if view.leader.coding != UInt8(ascii: "a") { faults.append("leader/09") }
        for field in view.fields {
            if !field.tag.isWellFormed { faults.append("tag \(field.tag)") }
            if field.tag.isControl {
                if field.value.isEmpty { faults.append("\(field.tag) empty") }
                faults += textFaults(field.value, "\(field.tag)")
                continue
            }
            if ![field.indicator1, field.indicator2].allSatisfy({ isCode($0) || $0 == 0x20 }) {
                faults.append("\(field.tag) indicators")
            }
            if field.subfields.isEmpty { faults.append("\(field.tag) without subfields") }
            for subfield in field.subfields {
                if !isCode(subfield.code) { faults.append("\(field.tag) code") }
                if subfield.value.allSatisfy({ $0 == 0x20 }) { faults.append("\(field.tag) empty subfield") }
                faults += textFaults(subfield.value, "\(field.tag) subfield")
            }
        }
        return faults
    }

    private static func isCode(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) }

    private static func textFaults(_ value: ByteView, _ place: String) -> [String] {
        if UTF8Check.firstInvalid(in: value) != nil { return ["\(place) not UTF-8"] }
        if value.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return ["\(place) control character"] }
        return NFC.isNormal(value) ? [] : ["\(place) not NFC"]
    }
}
