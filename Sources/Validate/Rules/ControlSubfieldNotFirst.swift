internal import MARC
internal import MARC21
public import Update

/// $6 that is not the first subfield, or $8 behind other subfields. Fields of the library's own are left alone, and
/// numbers of local systems in $8, which are longer than any link's.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, "Control Subfields": $6 is always the first subfield of its
/// field, $8 precedes all others but $6.
public struct ControlSubfieldNotFirst: FieldRule {
    public static let code = DefectCode(
        "validate.control-subfield-not-first", .info, .noted,
        what: "The linking subfield $6 is not the first in its field, or $8 stands behind other subfields.",
        why: "Programs that look for the link at its place do not find it: the field is shown without its pair.",
        done: "The field is kept as it is.",
        repair: "Move $6 to the head of the field and $8 behind it.",
        example: "=700  1\\$aAuthor, A.$81\\c")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["XXX"] }
    var subfields: ASCIISet { ASCIISet([UInt8(ascii: "6"), UInt8(ascii: "8")]) }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.definition != nil else { return }
        var seen = ASCIISet()
        for subfield in field.field.subfields where !Self.isSystemNumber(subfield) {
            let before = subfield.code == UInt8(ascii: "6") ? seen : seen.subtracting(Self.links)
            if Self.links.contains(subfield.code), !before.subtracting(ASCIISet([subfield.code])).isEmpty {
                log.report(
                    Self.code, at: field.place(subfield: subfield.code), before: subfield.value,
                    "\(field.name) has \(Words.subfield(subfield.code)) behind other subfields; move it to the head of the field"
                )
                return
            }
            seen.insert(subfield.code)
        }
    }

    private static func isSystemNumber(_ subfield: SubfieldView) -> Bool {
        subfield.code == UInt8(ascii: "8") && subfield.value.count > 6
            && subfield.value.allSatisfy { $0 &- 0x30 < 10 }
    }

    private static let links = ASCIISet([UInt8(ascii: "6"), UInt8(ascii: "8")])
}
