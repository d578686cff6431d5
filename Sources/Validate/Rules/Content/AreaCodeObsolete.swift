internal import MARC
internal import MARC21
public import Update

/// 043 $a that the list of geographic areas has withdrawn.
///
/// Source: MARC Code List for Geographic Areas.
public struct AreaCodeObsolete: FieldRule {
    public static let code = DefectCode(
        "validate.area-code-obsolete", .info, .noted,
        what: "A geographic area code has been withdrawn from the MARC list.",
        why: "Patrons who limit their search to the region by its code of today do not find the title.",
        done: "The field is kept as it is.",
        repair: "Replace it by the code that the message names, or by the list's code for the region.",
        example: "=043  \\\\$aa-hk---")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["043"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") where CodeList.geographicAreas.isObsolete(subfield.value) {
            field.report(
                Self.code, subfield, &log,
                "043 $a is \(subfield.shown), which was withdrawn"
                    + (CodeList.geographicAreas.successor(of: subfield.value).map { "; use \($0)" }
                        ?? "; use the list's code of today"))
        }
    }
}
