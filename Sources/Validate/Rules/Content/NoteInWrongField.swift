internal import MARC
internal import MARC21
public import Update

/// A note about bibliographies in 500, or one about an index alone in 504, in an English record.
///
/// Source: MARC 21 Format for Bibliographic Data, 500, 504.
public struct NoteInWrongField: FieldRule {
    public static let code = DefectCode(
        "validate.note-in-wrong-field", .info, .noted,
        what: """
            A note about bibliographical references stands in 500 instead of 504, or a note about an index alone in \
            504 instead of 500.
            """,
        why: "Patrons who look for titles with a bibliography are not shown this one.",
        done: "The field is kept as it is.",
        repair: "Change the tag of the note.",
        example: "=500  \\\\$aIncludes bibliographical references.")
    public static let codes = [code]

    var tags: [TagPattern] { ["500", "504"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let isGeneral = field.judgedTag == "500"
        for subfield in field.subfields("a") {
            guard isGeneral ? Self.isBibliography(subfield.value) : Self.isIndexAlone(subfield.value),
                field.tag == field.judgedTag, field.record.description.isEnglish
            else { continue }
            field.report(
                Self.code, subfield, &log,
                "\(field.tag) $a is \(subfield.shown); such notes belong in \(isGeneral ? "504" : "500")")
        }
    }

    private static func isBibliography(_ note: ByteView) -> Bool {
        note.begins(with: "includes bibliographical ref") || note.begins(with: "bibliography:")
            || note.begins(with: "includes bibliograph")
    }

    private static func isIndexAlone(_ note: ByteView) -> Bool {
        note.begins(with: "include") && note.count < 20 && note.holds("index") && !note.holds("bibl")
    }
}
