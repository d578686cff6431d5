internal import MARC
internal import MARC21
public import Update

/// 020 $z, the place of wrong ISBNs, with a number whose check digit agrees. Where a qualifier says what it belongs
/// to, it is the number of another form of the title, which many libraries enter there.
public struct ISBNCancelledValid: FieldRule {
    public static let code = DefectCode(
        "validate.isbn-cancelled-valid", .info, .noted,
        what: "An ISBN in 020 $z, where wrong numbers stand, is a valid one, and nothing says what it belongs to.",
        why: "Patrons who search for this number find the title only where the catalogue looks into $z too.",
        done: "The field is kept as it is.",
        repair: """
            If the number is this title's, move it to $a. If it is another edition's, say so in $q or link it in 776 \
            $z.
            """,
        example: "=020  \\\\$z0306406152")
    public static let codes = [code]

    var tags: [TagPattern] { ["020"] }
    var subfields: ASCIISet { "z" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard !field.has("q"), !field.has("a"), !field.record.has("776") else { return }
        for subfield in field.subfields("z") {
            guard let isbn = ISBN(scanning: subfield.value), isbn.isValid, isbn.length == subfield.value.count else {
                continue
            }
            field.report(
                Self.code, subfield, &log,
                "020 $z holds \(isbn.text), whose check digit agrees; move it to $a, or say in $q what it belongs to")
        }
    }
}
