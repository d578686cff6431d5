internal import MARC
internal import MARC21
public import Update

/// An ISBN or ISSN that the record has as its own and as that of another form of the title.
///
/// Source: MARC 21 Format for Bibliographic Data, 020, 022, 776.
public struct NumberOfOtherFormat: FieldRule {
    public static let code = DefectCode(
        "validate.number-of-other-format", .info, .noted,
        what: "The same ISBN or ISSN stands in 020 or 022 as the title's own and in 776 as that of another form of it.",
        why: "Print and online editions are taken for one: patrons order one and get the other.",
        done: "The field is kept as it is.",
        repair: "Leave each number with its own form: in $a its own, in 776 and in $z the other's.",
        example: """
            =020  \\\\$a0306406152
            =776  08$iOnline version:$tTitle$z0306406152
            """)
    public static let codes = [code]

    var tags: [TagPattern] { ["776"] }
    var subfields: ASCIISet { "zx" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("zx") where Self.isOwn(subfield, field.record) {
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which the record has as its own in "
                    + (subfield.code == UInt8(ascii: "z") ? "020 $a" : "022 $a") + "; leave it with its own form")
        }
    }

    private static func isOwn(_ number: SubfieldView, _ record: RecordCase) -> Bool {
        if number.code == UInt8(ascii: "z") {
            guard let isbn = ISBN(scanning: number.value), record.count("020") < 100 else { return false }
            return record.fields("020").contains { field in
                field.subfield("a").flatMap { ISBN(scanning: $0) }.map { $0.isSame(as: isbn) } ?? false
            }
        }
        guard let issn = ISSN(scanning: number.value), record.count("022") < 100 else { return false }
        return record.fields("022").contains { field in
            field.subfield("a").flatMap { ISSN(scanning: $0) }.map { $0.isSame(as: issn) } ?? false
        }
    }
}
