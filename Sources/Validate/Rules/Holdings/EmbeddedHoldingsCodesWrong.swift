internal import MARC
internal import MARC21
public import Update

/// 841, the copy of a holdings record's leader and 008 in a bibliographic record, with codes that no such record
/// has.
///
/// Source: MARC 21 Format for Bibliographic Data, 841.
public struct EmbeddedHoldingsCodesWrong: FieldRule {
    public static let code = DefectCode(
        "validate.embedded-holdings-codes-wrong", .info, .noted,
        what:
            "841 has in $a no type of holdings record, in $b not the 32 characters of 008, or in $e no encoding level.",
        why: "Programs that make a holdings record of the embedded data make a wrong one.",
        done: "The field is kept as it is.",
        repair: "Enter the codes of leader/06, 008 and leader/17 of the holdings.",
        example: "=841  \\\\$aq")
    public static let codes = [code]

    var tags: [TagPattern] { ["841"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("abe") {
            guard let expected = Self.expected(subfield) else { continue }
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which should be \(expected); correct it")
        }
    }

    /// What the subfield should be; nil where it is.
    private static func expected(_ subfield: SubfieldView) -> String? {
        let (types, levels): (ASCIISet, ASCIISet) = ("uvxy", "12345muz")
        switch subfield.code {
        case UInt8(ascii: "a"): return subfield.value.first.map(types.contains) ?? false ? nil : "u, v, x or y"
        case UInt8(ascii: "b"): return subfield.value.count == 32 ? nil : "the 32 characters of 008"
        default: return subfield.value.first.map(levels.contains) ?? false ? nil : "1 to 5, m, u or z"
        }
    }
}
