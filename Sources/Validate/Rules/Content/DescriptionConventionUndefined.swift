internal import MARC
internal import MARC21
public import Update

/// 040 $e that is in no list of description conventions.
///
/// Source: Description Convention Source Codes.
public struct DescriptionConventionUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.description-convention-undefined", .info, .noted,
        what: "The code for the rules of description in 040 $e is not in the list.",
        why: "Programs that read headings and notes by these rules do not know how to read this record.",
        done: "The field is kept as it is.",
        repair: "Enter a code from the list of description convention source codes, as in rda.",
        example: "=040  \\\\$aDLC$beng$eRDA2$cDLC")
    public static let codes = [code]

    var tags: [TagPattern] { ["040"] }
    var subfields: ASCIISet { "e" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("e") {
            guard CodeList.descriptionConventions.standing(of: subfield.value) == .undefined else { continue }
            field.report(
                Self.code, subfield, &log,
                "040 $e is \(subfield.shown), which is not in the list of description conventions")
        }
    }
}
