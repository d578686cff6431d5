internal import MARC
internal import MARC21
public import Update

/// A range in issues whose caption says that they cannot be compressed: said at the first field of a caption.
///
/// Source: MARC 21 Format for Holdings Data, 853-855, first indicator.
public struct EnumerationCompressed: FieldRule {
    public static let code = DefectCode(
        "validate.enumeration-compressed", .info, .noted,
        what: """
            863, 864 or 865 holds a range, and the first indicator of its caption says that issues cannot be \
            compressed or expanded.
            """,
        why: "Programs that list the single issues stop at this field.",
        done: "The field is kept as it is.",
        repair: "Correct the first indicator of the caption, or list the issues one by one.",
        example: """
            =LDR  00000ny  a2200000zn 4500
            =853  00$81$av.
            =863  40$81.1$a1-5
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["863", "864", "865"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let volumes = field.first("a"), volumes.contains(UInt8(ascii: "-")),
            let link = Captions.link(of: field.field),
            let caption = Captions.caption(link, for: field), caption.indicator1 == UInt8(ascii: "0"),
            Captions.isFirst(field, link)
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "a")), before: volumes,
            "\(field.tag) $a is the range \(Bytes.display(volumes)), and \(caption.tag) says by its first indicator that issues "
                + "cannot be compressed; correct one of them")
    }
}
