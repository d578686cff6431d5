internal import MARC
internal import MARC21
public import Update

/// A book with a subject's form Biography, and a blank in 008/34: said once a record.
///
/// Source: MARC 21 Format for Bibliographic Data, 008/34 (books).
public struct BiographyNotCoded: FieldRule {
    public static let code = DefectCode(
        "validate.biography-not-coded", .info, .noted,
        what: "A subject says that the book is a biography, and 008/34 is blank.",
        why: "Patrons who limit their search to biographies do not find the book.",
        done: "The field is kept as it is.",
        repair: "Set 008/34 to a, b, c or d.",
        example: "=650  \\0$aWriters$vBiography.")
    public static let codes = [code]

    var tags: [TagPattern] { ["600", "610", "611", "650", "651"] }
    var subfields: ASCIISet { "v" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard Self.isBiography(field.field), BookCodes.describes(field.record),
            let fixed = field.record.fixedField?.value,
            fixed.count > 34, fixed[34] == 0x20, field.isFirst(where: Self.isBiography)
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "v")), before: field.first("v"),
            "\(field.tag) $v says Biography, and 008/34 is blank; set it to a, b, c or d")
    }

    private static func isBiography(_ field: FieldView) -> Bool {
        guard field.tag.first == UInt8(ascii: "6"), let form = field.subfield("v")?.trimmingEnd(".") else {
            return false
        }
        return form.isWord("biography") || form.isWord("biography, juvenile literature")
    }
}
