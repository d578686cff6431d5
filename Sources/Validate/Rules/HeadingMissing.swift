internal import MARC
public import Update

/// An authority record without a heading.
public struct HeadingMissing: RecordRule {
    public static let code = DefectCode(
        "validate.heading-missing", .major, .noted,
        what: "The authority record has no heading: none of its fields starts with 1.",
        why: "Without a heading the record says nothing about any name, title or subject.",
        done: "The record is installed as it is.",
        repair: "Add the heading in 100-185, or withdraw the record.",
        example: "=LDR  00000nz  a2200000n  4500\n=100")
    public static let codes = [code]

    var kinds: [RecordKind] { [.authority] }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.view.fields("1XX").isEmpty else { return }
        log.report(
            Self.code, at: .record, "the authority record has no heading in 100-185; add it, or withdraw the record")
    }
}
