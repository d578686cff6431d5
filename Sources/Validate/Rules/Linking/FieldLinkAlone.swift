internal import MARC
internal import MARC21
public import Update

/// A link number that no other field of the record has. In holdings, and for provenance, it means something else.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, $8.
public struct FieldLinkAlone: FieldRule {
    public static let code = DefectCode(
        "validate.field-link-alone", .info, .noted,
        what: "The link number in $8 stands in one field only, so that it links nothing.",
        why: "What belonged to the field, a reproduction or a part, has lost its link.",
        done: "The field is kept as it is.",
        repair: "Give the fields that belong together the same number, or delete $8.",
        example: "=500  \\\\$81\\r$aNote.")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["0XX", "1XX", "2XX", "3XX", "4XX", "5XX", "6XX", "7XX"] }
    var subfields: ASCIISet { "8" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("8") {
            // 363 numbers itself, as holdings do.
            guard let link = FieldLinkSubfield(subfield.value), link.type != UInt8(ascii: "p"), field.number != 363,
                !Self.hasPartner(field, link.link)
            else { continue }
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), and no other field has the number \(link.link)")
        }
    }

    /// Records of thousands of fields are let be, so that none takes long.
    private static func hasPartner(_ field: FieldCase, _ number: UInt32) -> Bool {
        let fields = field.record.view.fields
        guard fields.count < 2_000 else { return true }
        for other in fields where other.index != field.field.index && !other.tag.isControl {
            for subfield in other.subfields where subfield.code == UInt8(ascii: "8") {
                if FieldLinkSubfield(subfield.value)?.link == number { return true }
            }
        }
        return false
    }
}
