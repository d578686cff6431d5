internal import MARC
internal import MARC21
public import Update

/// $5 that cannot be the code of an organization. Whether such an organization exists is not known here.
///
/// Source: MARC Code List for Organizations, "Structure of the codes".
public struct AgencyCodeMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.agency-code-malformed", .info, .noted,
        what: "The code of an organization in $5 has characters that no such code has.",
        why: "What belongs to one library alone cannot be told from what belongs to all.",
        done: "The field is kept as it is.",
        repair: "Enter the organization's MARC code, as in DLC or UkLoBL.",
        example: "=500  \\\\$aSigned by the author.$5our library")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["1XX", "2XX", "3XX", "4XX", "5XX", "6XX", "7XX", "8XX"] }
    var subfields: ASCIISet { "5" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("5") where !AgencyCode.isCode(subfield.value) && field.defines(subfield.code) {
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which is no code of an organization; enter it as in DLC"
            )
        }
    }
}
