internal import MARC
internal import MARC21
public import Update

/// 030 $a that is no CODEN. The check character, the sixth, is not calculated.
///
/// Source: MARC 21 Format for Bibliographic Data, 030.
public struct CODENMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.coden-malformed", .info, .noted,
        what: "030 $a is not a CODEN: five capital letters and one more character.",
        why: "The journal cannot be found by its CODEN.",
        done: "The field is kept as it is.",
        repair: "Compare the CODEN with the item; put wrong ones in $z.",
        example: "=030  \\\\$aASIRA")
    public static let codes = [code]

    var tags: [TagPattern] { ["030"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") where !Self.isCODEN(subfield.value.trimmed) {
            field.report(
                Self.code, subfield, &log,
                "030 $a is \(subfield.shown), which should be a CODEN, as in ASIRAF; correct it")
        }
    }

    private static func isCODEN(_ value: ByteView) -> Bool {
        value.count == 6 && value.prefix(5).allSatisfy(\.isUpperCase) && (value[5].isUpperCase || value[5].isDigit)
    }
}
