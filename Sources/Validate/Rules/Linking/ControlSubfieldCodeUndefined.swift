internal import MARC
internal import MARC21
public import Update

/// A code by position in $7 of linking entries, series and reproductions, $w of tracings or 046 $a that the format
/// does not define. $7 with the provenance of data, in parentheses, is let be.
///
/// Source: MARC 21 Format for Bibliographic Data, 76X-78X, 80X-83X, 533 $7, 856 $7; for Authority Data, Tracings
/// and References, $w.
public struct ControlSubfieldCodeUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.control-subfield-code-undefined", .info, .noted,
        what: "A coded subfield has a code in one of its places that MARC 21 does not define there.",
        why: "References are shown the wrong way, or links to the wrong kind of record.",
        done: "The field is kept as it is.",
        repair: "Correct the code at the place that the message names.",
        example: "=773  0\\$7xxxx$tHost title$w(OCoLC)1")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["046", "4XX", "5XX", "76X", "77X", "78X", "80X", "81X", "83X", "856"] }
    var subfields: ASCIISet { "7wa" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields(Self.coded(field)) {
            guard let definition = field.record.format.codedSubfield(field.judgedTag.rawValue, subfield.code),
                subfield.value.first != UInt8(ascii: "(")
            else { continue }
            for position in definition.layout.positions {
                guard let fault = definition.layout.fault(at: position, in: subfield.value) else { continue }
                field.report(
                    Self.code, subfield, &log,
                    "\(field.name(of: subfield)) is \(subfield.shown), which has at \(fault.first) a code that MARC 21 "
                        + (fault.standing == .obsolete ? "has withdrawn" : "does not define") + " (\(position.label))")
                break
            }
        }
    }

    private static func coded(_ field: FieldCase) -> ASCIISet {
        if field.record.kind == .authority { return "w" }
        return field.number == 46 ? "a" : "7"
    }
}
