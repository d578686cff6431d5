internal import MARC
internal import MARC21
public import Update

/// An 880 whose $6 names a script of which the text has not a single character.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, $6.
public struct LinkageScriptNotInText: FieldRule {
    public static let code = DefectCode(
        "validate.linkage-script-not-in-text", .info, .noted,
        what: "880 $6 says that the field is in a script, and no character of that script stands in it.",
        why: "Patrons who search in that script do not find what the record seems to promise.",
        done: "The field is kept as it is.",
        repair: "Correct the script in $6, or enter the text in its script: conversions may have romanized or lost it.",
        example: """
            =245  10$6880-01$aTitle /$cA. Author.
            =880  10$6245-01/(N$aTitle.
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["880"] }
    var subfields: ASCIISet { "6" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let value = field.first("6"), let link = LinkageSubfield(value), let script = Script(code: link.script)
        else {
            return
        }
        for subfield in field.field.subfields
        where subfield.code != UInt8(ascii: "6") && script.stands(in: subfield.value) {
            return
        }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "6")), before: value,
            "\(field.name) says by \(Bytes.display(value)) that it is in \(script.name), and no such character stands in it"
        )
    }
}
