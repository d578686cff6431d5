internal import MARC
internal import MARC21
public import Update

/// 020 $a with a number that somebody made up because a number was asked for.
public struct ISBNPlaceholder: FieldRule {
    public static let code = DefectCode(
        "validate.isbn-placeholder", .major, .noted,
        what: "020 $a holds a number such as 0000000000 or 0123456789: its check digit agrees, but no book has it.",
        why: """
            All titles that bear the made-up number are taken for the same book, and patrons are shown one for the \
            other.
            """,
        done: "The field is kept as it is.",
        repair: "Delete the field. A title without ISBN has no 020.",
        example: "=020  \\\\$a0000000000")
    public static let codes = [code]

    var tags: [TagPattern] { ["020"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") {
            guard let isbn = ISBN(scanning: subfield.value), isbn.isPlaceholder, isbn.isValid else { continue }
            field.report(
                Self.code, subfield, &log, "the ISBN \(isbn.text) is a placeholder that no book has; delete the field")
        }
    }
}
