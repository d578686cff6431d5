internal import MARC
internal import MARC21
public import Update

/// A level of enumeration or chronology that the caption of the issue does not name: said at the first field of a
/// caption.
///
/// Source: MARC 21 Format for Holdings Data, 853-855, 863-865.
public struct EnumerationLevelWithoutCaption: FieldRule {
    public static let code = DefectCode(
        "validate.enumeration-level-without-caption", .minor, .noted,
        what: "An issue has a subfield from $a to $m for which its caption has none.",
        why: "Patrons see a number and not whether it is that of a volume, a part or a year.",
        done: "The field is kept as it is.",
        repair: "Add the subfield with its caption to 853 to 855, or correct the code in 863 to 865.",
        example: """
            =LDR  00000ny  a2200000zn 4500
            =853  20$81$av.
            =863  40$81.1$a12$b3
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["863", "864", "865"] }
    var subfields: ASCIISet { "8" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let link = Captions.link(of: field.field), let caption = Captions.caption(link, for: field) else {
            return
        }
        for subfield in field.subfields("abcdefghijklm") where caption.subfield(Unicode.Scalar(subfield.code)) == nil {
            guard Captions.isFirst(field, link) else { return }
            return field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), and its caption \(caption.tag) has no "
                    + "\(Words.subfield(subfield.code)); add the caption, or correct the code")
        }
    }
}
