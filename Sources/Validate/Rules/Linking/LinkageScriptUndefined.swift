internal import MARC
internal import MARC21
public import Update

/// A script in $6 that is neither one of the format's codes nor four letters of ISO 15924.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, $6.
public struct LinkageScriptUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.linkage-script-undefined", .info, .noted,
        what: "$6 names a script by a code that MARC 21 does not have.",
        why: "Programs that choose type and direction by the script show the field as if it were Latin.",
        done: "The field is kept as it is.",
        repair: "Enter one of (3 (B $1 (N (S (2, or the four letters of ISO 15924.",
        example: """
            =245  10$6880-01$aTitle /$cA. Author.
            =880  10$6245-01/(X$aTitle.
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["880"] }
    var subfields: ASCIISet { "6" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let value = field.first("6"), let link = LinkageSubfield(value), link.script != 0, !link.hasKnownScript
        else {
            return
        }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "6")), before: value,
            "\(field.tag) $6 is \(Bytes.display(value)), whose script is neither (3, (B, $1, (N, (S, (2 nor a code of four letters"
        )
    }
}
