import MARC
import TestSupport
@_spi(Scrub) import Update

@testable import Validate

/// Judges records written as text, as if they had come in one file.
struct Judging {
    var settings = ValidateSettings()
    var policy = DefectPolicy()
    var skipsWhatFits = true

    /// The rules about leader, fixed fields and definitions alone, for tests that say nothing about content and agreement.
    static let ofForm: Judging = {
        var judging = Judging()
        let names = ValidateRules.codes.map(\.name)
        let content = names.drop { $0 != "validate.issn-check-digit-wrong" }.dropFirst()
        for name in content.prefix(while: { $0 != "validate.level-not-accepted" }) {
            judging.policy.exceptions[name] = .init(isOff: true)
        }
        return judging
    }()

    /// What a record without defects has; tests add to it or replace lines of it by tag.
    static let sound = SoundRecord.bibliographic

    /// The sound record, in which each of `lines` stands for those with its tag; `=245` alone removes them.
    static func record(_ lines: String...) -> String { SoundRecord.with(lines, in: sound) }

    /// A batch of the records that `texts` write down, of 100 bytes each in `test.mrc`.
    static func scrubbed(_ texts: [String], startingAt ordinal: Int = 0) -> Batch<Scrubbed> {
        var batch = Batch<Scrubbed>(
            scrubbedFrom: FileTable([.init(name: "test.mrc", path: "test.mrc", format: .iso2709)]))
        for (index, text) in texts.enumerated() {
            let (record, number) = (Records.record(text), ordinal + index)
            batch.append(
                record,
                origin: RecordOrigin(
                    offset: number * 100, length: 100, ordinalInFile: number + 1, ordinal: number, file: 0),
                intent: record.leader.isDeleted ? .delete : .keep, disposition: .passed, isRepaired: false)
        }
        return batch
    }

    func run(_ texts: [String]) -> (batch: Batch<Validated>, defects: [Defect]) {
        let batch = Self.scrubbed(texts)
        var log = DefectLog(files: batch.files, policy: policy)
        let judged = ValidateStage(settings, skipsWhatFits: skipsWhatFits).process(batch, log: &log)
        return (judged, log.defects)
    }

    /// The defects of one record, each as `245 #1 $a minor validate.code noted «before»: message`.
    func defects(_ text: String) -> [String] { run([text]).defects.map(Self.line) }

    static func line(_ defect: Defect) -> String {
        let place = defect.place
        var parts: [String] = []
        if let tag = place.tag { parts.append(tag.description) }
        if let occurrence = place.occurrence { parts.append("#\(occurrence)") }
        if let indicator = place.indicator { parts.append("ind\(indicator)") }
        if let subfield = place.subfield { parts.append("$" + String(decoding: [subfield], as: UTF8.self)) }
        if let position = place.position { parts.append("/\(position)") }
        parts += [defect.severity.name, defect.code.name, defect.action.name]
        if let before = defect.before { parts.append("«\(before)»") }
        return parts.joined(separator: " ") + ": " + defect.message
    }

    /// The disposition of one record.
    func disposition(_ text: String) -> Disposition { run([text]).batch.marks[0].disposition }

    /// The keys of one record, each as `isbn 9780123456786`.
    func keys(_ text: String) -> [String] {
        var keys: [String] = []
        run([text]).batch.forEachKey(of: 0) { keys.append("\($0.name) \($1.text)") }
        return keys
    }
}

extension Judging {
    /// A batch of one record that scrub rejected.
    static func rejected(_ text: String) -> Batch<Scrubbed> {
        var batch = scrubbed([])
        batch.append(
            Records.record(text), origin: RecordOrigin(offset: 0, length: 100, ordinalInFile: 1, ordinal: 0, file: 0),
            intent: .keep, disposition: .rejected, isRepaired: false)
        return batch
    }
}
