internal import MARC
internal import MARC21
public import Update

/// A year at the end of an LC call number that neither 008 nor the publication has. Conferences and journals are
/// let be, whose call numbers bear other years.
///
/// Source: Subject Headings and Shelflisting Manual, G 140.
public struct CallNumberDateDisagrees: FieldRule {
    public static let code = DefectCode(
        "validate.call-number-date-disagrees", .info, .noted,
        what: "The year at the end of the call number in 050 is neither a date in 008 nor one of publication.",
        why: "The book stands among its editions in the wrong place.",
        done: "The field is kept as it is.",
        repair: "Compare the call number with the title page.",
        example: "=050  00$aQA76$b.A1 1985")
    public static let codes = [code]

    var tags: [TagPattern] { ["050"] }
    var subfields: ASCIISet { "b" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let item = field.first("b"), let year = Self.year(atEndOf: item),
            let fixed = field.record.fixedField?.value,
            fixed.count >= 15, fixed[6] == UInt8(ascii: "s") || fixed[6] == UInt8(ascii: "t"),
            field.record.view.leader.level == UInt8(ascii: "m"), !Self.isConference(field.record)
        else { return }
        let (first, second) = (Years.year(fixed.slice(7, 4)), Years.year(fixed.slice(11, 4)))
        if first == nil || first == year || second == year
            || Years(publicationOf: field.record)?.contains(year) ?? false
        {
            return
        }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "b")), before: item,
            "050 $b ends with \(year), and 008/07-10 is \(Bytes.display(fixed.slice(7, 4))); compare the call number with the title page"
        )
    }

    private static func year(atEndOf item: ByteView) -> Int? {
        let text = item.trimmed
        guard text.count > 5, text[text.count - 5] == 0x20 else { return nil }
        return Years.year(text.slice(text.count - 4, 4))
    }

    private static func isConference(_ record: RecordCase) -> Bool {
        record.has("111") || record.has("711") || record.first("110")?.subfield("d") != nil
    }
}
