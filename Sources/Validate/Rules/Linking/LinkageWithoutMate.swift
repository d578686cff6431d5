internal import MARC
internal import MARC21
public import Update

/// A field whose $6 names another that the record has not, or that does not name it in turn. 00 in 880 says that
/// there is none.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, $6.
public struct LinkageWithoutMate: FieldRule {
    public static let code = DefectCode(
        "validate.linkage-without-mate", .minor, .noted,
        what: "$6 names a field by tag and number, and no field of that tag names this one.",
        why: "A title in its own script is shown without its romanized form, or beside the wrong one.",
        done: "The field is kept as it is.",
        repair: "Link the fields again, or delete $6 (in 880 set the number to 00) where there is no second field.",
        example: "=245  10$6880-01$aTitle /$cA. Author.")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["0XX", "1XX", "2XX", "3XX", "4XX", "5XX", "6XX", "7XX", "8XX"] }
    var subfields: ASCIISet { "6" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let value = field.first("6"), let link = LinkageSubfield(value.slice(0, 6)), link.occurrence > 0,
            field.tag == "880" || link.tag == Tag("880").rawValue, Linkage.mate(of: field) == nil
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "6")), before: value,
            "\(field.name) is linked to \(Bytes.display(value.slice(0, 6))), and no field \(Tag(rawValue: link.tag)) is linked to "
                + "\(field.tag)-\(Words.twoDigits(link.occurrence)); link the fields again, or delete $6")
    }
}
