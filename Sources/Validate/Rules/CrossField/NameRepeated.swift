internal import MARC
internal import MARC21
public import Update

/// An added entry for a name that the record has as main entry, or in an earlier added entry, without a title.
/// Roles are not compared.
///
/// Source: MARC 21 Format for Bibliographic Data, 700, 710, 711.
public struct NameRepeated: FieldRule {
    public static let code = DefectCode(
        "validate.name-repeated", .info, .noted,
        what: "The same name stands twice among the main and added entries.",
        why: "Lists of authors show the person twice.",
        done: "The field is kept as it is.",
        repair: "Keep one of the fields, with all roles in it.",
        example: """
            =100  1\\$aAuthor, A.
            =700  1\\$aAuthor, A.
            """)
    public static let codes = [code]

    var tags: [TagPattern] { ["700", "710", "711"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        // Records of hundreds of names are let be, so that none takes long.
        guard !field.has("t"), field.tag == field.judgedTag, field.occurrence < 200 else { return }
        let main = field.record.first(Tag(UInt8(ascii: "1"), field.tag.second, field.tag.third))
        let isMain = main.map { $0.subfield("t") == nil && Heading.isSame($0, field.field) } ?? false
        guard isMain || hasEarlier(field), let name = field.first("a") else { return }
        log.report(
            Self.code, at: field.place(), before: name,
            "\(field.tag) repeats the name of \(isMain ? "the main entry" : "an earlier \(field.tag)"); keep one of them, with all roles"
        )
    }

    private func hasEarlier(_ field: FieldCase) -> Bool {
        for earlier in field.record.fields(field.tag) {
            if earlier.index >= field.field.index { return false }
            if earlier.subfield("t") == nil, Heading.isSame(earlier, field.field) { return true }
        }
        return false
    }
}
