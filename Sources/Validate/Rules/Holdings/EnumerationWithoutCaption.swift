internal import MARC
internal import MARC21
public import Update

/// Issues in 863 to 865 whose number in $8 no caption in 853 to 855 has: said at the first of them.
///
/// Source: MARC 21 Format for Holdings Data, 853-855, 863-865, $8.
public struct EnumerationWithoutCaption: FieldRule {
    public static let code = DefectCode(
        "validate.enumeration-without-caption", .minor, .noted,
        what: "Issues in 863, 864 or 865 belong by $8 to a caption that the record has not.",
        why: "Patrons see \"12 3\" where it should say \"v.12 no.3\".",
        done: "The field is kept as it is.",
        repair: "Add 853, 854 or 855 with the number in $8, or correct $8.",
        example: """
            =LDR  00000ny  a2200000zn 4500
            =863  40$81.1$a12$b3
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["863", "864", "865"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let link = Captions.link(of: field.field), Captions.caption(link, for: field) == nil,
            Captions.isFirst(field, link)
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "8")), before: field.first("8"),
            "\(field.tag) belongs to caption \(link), and no \(Captions.tag(for: field)) has that number in $8; add it, or correct $8"
        )
    }
}
