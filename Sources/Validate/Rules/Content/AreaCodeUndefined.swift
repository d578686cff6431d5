internal import MARC
internal import MARC21
public import Update

/// 043 $a that is in no list of geographic areas.
///
/// Source: MARC Code List for Geographic Areas.
public struct AreaCodeUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.area-code-undefined", .minor, .noted,
        what: "A geographic area code is not in the MARC list, or has not seven characters.",
        why: "Patrons who limit their search to a region do not find the title.",
        done: "The field is kept as it is.",
        repair: "Enter a code from the MARC list, filled with hyphens to seven characters, as in n-us---.",
        example: "=043  \\\\$an-xx---")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["043"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") {
            let code = subfield.value
            if code.count == 7, CodeList.geographicAreas.standing(of: code) != .undefined { continue }
            let bare = code.trimmingEnd("-")
            field.report(
                Self.code, subfield, &log,
                CodeList.geographicAreas.contains(bare)
                    ? "043 $a is \(subfield.shown), which should be filled with hyphens to seven characters"
                    : "043 $a is \(subfield.shown), which is not in the MARC list of geographic areas")
        }
    }
}
