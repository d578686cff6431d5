internal import MARC
internal import MARC21
public import Update

/// 082 without the edition from which its number was taken.
///
/// Source: MARC 21 Format for Bibliographic Data, 082.
public struct DeweyEditionMissing: FieldRule {
    public static let code = DefectCode(
        "validate.dewey-edition-missing", .info, .noted,
        what: "082 has a Dewey number and no $2 with the edition of the classification.",
        why: """
            Numbers changed their meaning between editions; without the edition nobody knows what the number stands \
            for.
            """,
        done: "The field is kept as it is.",
        repair: "Add the number of the edition in $2, as in 23.",
        example: "=082  04$a823.912")
    public static let codes = [code]

    var tags: [TagPattern] { ["082"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard !field.has("2"), let number = field.first("a"), number.first?.isDigit == true else { return }
        log.report(
            Self.code, at: field.place(), before: number,
            "082 has the number \(Bytes.display(number)) and no edition; add $2, as in 23")
    }
}
