internal import MARC
internal import MARC21
public import Update

/// Places among the subjects of the Library of Congress, and no geographic area code: said once a record.
///
/// Source: MARC 21 Format for Bibliographic Data, 043.
public struct AreaCodeMissing: FieldRule {
    public static let code = DefectCode(
        "validate.area-code-missing", .info, .noted,
        what: "The record has places as subjects in 651 or $z, and no geographic area code in 043.",
        why: "Patrons who limit their search to a region by its code do not find the title.",
        done: "The field is kept as it is.",
        repair: "Add 043 with the codes of the places.",
        example: "=651  \\0$aBoston (Mass.)")
    public static let codes = [code]

    var tags: [TagPattern] { ["650", "651"] }
    var subfields: ASCIISet { "az" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard Self.isPlace(field.field), !field.record.has("043"), field.tag == field.judgedTag,
            field.isFirst(where: { $0.tag.first == UInt8(ascii: "6") && Self.isPlace($0) })
        else { return }
        log.report(
            Self.code, at: field.place(), before: field.first("z") ?? field.first("a"),
            "\(field.tag) names a place, and the record has no area code; add 043")
    }

    private static func isPlace(_ field: FieldView) -> Bool {
        guard field.indicator2 == UInt8(ascii: "0") else { return false }
        return field.tag == "651" || field.tag == "650" && field.subfield("z") != nil
    }
}
