internal import MARC
internal import MARC21
public import Update

/// 042 $a that is in no list of authentication codes.
///
/// Source: MARC Authentication Action Code List.
public struct AuthenticationCodeUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.authentication-code-undefined", .info, .noted,
        what: "The code in 042 $a is not in the list of authentication codes.",
        why: "Nobody can tell by whose standard the record was checked.",
        done: "The field is kept as it is.",
        repair: "Enter a code from the list, as in pcc, one in each $a; delete what is your own.",
        example: "=042  \\\\$aabc")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["042"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") {
            guard CodeList.authenticationCodes.standing(of: subfield.value) == .undefined else { continue }
            field.report(
                Self.code, subfield, &log,
                "042 $a is \(subfield.shown), which is not in the list of authentication codes")
        }
    }
}
