internal import MARC
public import Update

/// An authority record with several headings.
public struct HeadingRepeated: RecordRule {
    public static let code = DefectCode(
        "validate.heading-repeated", .major, .noted,
        what: "The authority record has more than one heading in 100-185.",
        why: "An authority record is about one name, title or subject; with two headings two of them are mixed up.",
        done: "The record is installed as it is.",
        repair: "Keep one heading; move variants to 4XX, or make a record of its own for the other.",
        example: "=LDR  00000nz  a2200000n  4500\n=100  1\\$aAuthor, A.\n=110  2\\$aCorporation.")
    public static let codes = [code]

    var kinds: [RecordKind] { [.authority] }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        let headings = record.view.fields("1XX")
        guard let first = headings.first, let second = headings.dropFirst().first else { return }
        log.report(
            Self.code, at: second.place(), before: second.subfield("a"),
            "the authority record has the headings \(first.tag) and \(second.tag); keep one and move the other to 4XX")
    }
}
