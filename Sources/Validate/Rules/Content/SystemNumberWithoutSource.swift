internal import MARC
internal import MARC21
public import Update

/// 035 $a that does not say whose number it is.
///
/// Source: MARC 21 Format for Bibliographic Data, 035.
public struct SystemNumberWithoutSource: FieldRule {
    public static let code = DefectCode(
        "validate.system-number-without-source", .info, .noted,
        what: "035 $a does not start with the code of the system that gave the number, in parentheses.",
        why: """
            Nobody can tell whose number it is: it is not matched, and in the union catalogue it may be taken for \
            another library's.
            """,
        done: "The field is kept as it is.",
        repair: "Put the code of the organization before the number, as in (OCoLC)1234567.",
        example: "=035  \\\\$a1234567")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["035"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") where !AgencyCode.qualifies(subfield.value) {
            field.report(
                Self.code, subfield, &log,
                "035 $a is \(subfield.shown), which should start with the system's code, as (OCoLC)1234567 does")
        }
    }
}
