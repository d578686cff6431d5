internal import MARC
internal import MARC21
public import Update

/// 082 $a that is no Dewey number.
///
/// Source: MARC 21 Format for Bibliographic Data, 082.
public struct DeweyNumberMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.dewey-number-malformed", .info, .noted,
        what: "082 $a does not start with three digits that are followed by nothing or a point and more digits.",
        why: "The title is filed in the wrong place where shelves are browsed by subject.",
        done: "The field is kept as it is.",
        repair: "Correct the number; other classifications belong in 050, 060, 080 or 084.",
        example: "=082  00$aPR6039$223")
    public static let codes = [code]

    var tags: [TagPattern] { ["082"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.field.indicator1 != UInt8(ascii: "7") else { return }
        for subfield in field.subfields("a") where !ClassNumber.isDewey(subfield.value) {
            field.report(
                Self.code, subfield, &log,
                "082 $a is \(subfield.shown), which should be a Dewey number, as in 823.912; correct it")
        }
    }
}
