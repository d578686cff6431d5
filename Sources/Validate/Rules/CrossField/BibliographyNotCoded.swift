internal import MARC
internal import MARC21
public import Update

/// A note about a bibliography in a book whose 008/24-27 does not code one.
///
/// Source: MARC 21 Format for Bibliographic Data, 008/24-27 (books), 504.
public struct BibliographyNotCoded: FieldRule {
    public static let code = DefectCode(
        "validate.bibliography-not-coded", .info, .noted,
        what: "Note 504 says that the book has bibliographical references, and 008/24-27 has not the code b.",
        why: "Patrons who look for titles with a bibliography do not find this one.",
        done: "The field is kept as it is.",
        repair: "Add b to 008/24-27.",
        example: "=504  \\\\$aIncludes bibliographical references.")
    public static let codes = [code]

    var tags: [TagPattern] { ["504"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let note = field.first("a"), note.holds("bibliogra"), BookCodes.describes(field.record),
            field.isFirstOfItsTag,
            let fixed = field.record.fixedField?.value, fixed.count >= 28, fixed[24] != UInt8(ascii: "|")
        else { return }
        let coded = fixed.slice(24, 4)
        // Digits that belong further on say that the field is shifted.
        guard !coded.contains(UInt8(ascii: "b")), coded.contains(0x20), !coded.contains(0x30), !coded.contains(0x31)
        else {
            return
        }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "a")), before: note,
            "504 names a bibliography, and 008/24-27 is '\(Bytes.display(coded))', without b; add the code")
    }
}
