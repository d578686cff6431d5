internal import MARC
internal import MARC21
public import Update

/// A textual statement that belongs by $8 to a caption that the record has not, though it has others. 0 says that
/// it belongs to none.
///
/// Source: MARC 21 Format for Holdings Data, 866-868, $8.
public struct TextualHoldingsLinkUnknown: FieldRule {
    public static let code = DefectCode(
        "validate.textual-holdings-link-unknown", .info, .noted,
        what: "The number in $8 of 866, 867 or 868 is that of no caption or issue of the record.",
        why: "The statement is shown in the wrong place among the issues.",
        done: "The field is kept as it is.",
        repair: "Correct $8, or set it to 0 where the statement stands for itself.",
        example: """
            =LDR  00000ny  a2200000zn 4500
            =853  20$81$av.
            =863  40$81.1$a12
            =866  \\0$83$av.1-12
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["866", "867", "868"] }
    var subfields: ASCIISet { "8" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let link = Captions.link(of: field.field), link > 0, Captions.hasAny(field.record),
            !Captions.isKnown(link, field.record)
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "8")), before: field.first("8"),
            "\(field.tag) $8 is \(link), a number of no caption or issue of the record; correct it, or set it to 0")
    }
}
