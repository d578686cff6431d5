internal import MARC
internal import MARC21
public import Update

/// A note about an index in a book whose 008/31 says that there is none.
///
/// Source: MARC 21 Format for Bibliographic Data, 008/31 (books), 500, 504.
public struct IndexNotCoded: FieldRule {
    public static let code = DefectCode(
        "validate.index-not-coded", .info, .noted,
        what: "A note in 500 or 504 says that the book has an index, and 008/31 is 0.",
        why: "Programs that list books with an index pass over this one.",
        done: "The field is kept as it is.",
        repair: "Set 008/31 to 1.",
        example: """
            =500  \\\\$aIncludes index.
            =008  930517s1993\\\\\\\\nyu\\\\\\\\\\\\\\\\\\\\\\000\\0\\eng\\d
            """)
    public static let codes = [code]

    var tags: [TagPattern] { ["500", "504"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let note = field.first("a"), note.begins(with: "include"),
            note.holdsWord("index") || note.holdsWord("indexes"),
            BookCodes.describes(field.record), let fixed = field.record.fixedField?.value, fixed.count >= 32,
            fixed[31] == UInt8(ascii: "0"), field.tag == field.judgedTag
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "a")), before: note,
            "\(field.tag) names an index, and 008/31 is 0; set it to 1")
    }
}
