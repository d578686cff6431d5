internal import MARC
internal import MARC21
public import Update

/// 245 $h, the medium of AACR2, in a record with the content type of RDA.
///
/// Source: RDA 6.9, 3.2, 3.3; MARC 21 Format for Bibliographic Data, 336.
public struct MediumBesideContentType: FieldRule {
    public static let code = DefectCode(
        "validate.medium-beside-content-type", .info, .noted,
        what: """
            The record has the medium in 245 $h, as AACR2 asks, and content, media or carrier types in 336 to 338, \
            as RDA asks.
            """,
        why: "Displays that show both say the same thing twice.",
        done: "The field is kept as it is.",
        repair: "Delete $h where your catalogue shows 336 to 338.",
        example: """
            =245  10$aTitle$h[microform] /$cA. Author.
            =336  \\\\$atext$btxt$2rdacontent
            """)
    public static let codes = [code]

    var tags: [TagPattern] { ["245"] }
    var subfields: ASCIISet { "h" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.tag == field.judgedTag, field.record.has("336"), let medium = field.first("h") else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "h")), before: medium,
            "245 $h is \(Bytes.display(medium)), and 336 gives the content type; delete $h where your catalogue shows 336 to 338"
        )
    }
}
