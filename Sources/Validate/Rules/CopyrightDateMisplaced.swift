internal import MARC
internal import MARC21
public import Update

/// 264 for a copyright date with something else in it, and a copyright date in another 264.
///
/// Source: MARC 21 Format for Bibliographic Data, 264, second indicator: value 4 has no subfield but $c.
public struct CopyrightDateMisplaced: FieldRule {
    public static let code = DefectCode(
        "validate.copyright-date-misplaced", .info, .noted,
        what:
            "264 with 4 as indicator 2 has a place or a publisher, or another 264 starts its date with a copyright sign.",
        why: "Displays name the wrong year as that of publication.",
        done: "The field is kept as it is.",
        repair: "Keep the copyright date alone in a 264 with 4 as indicator 2, and the publisher in one with 1.",
        example: "=264  \\1$aLondon :$bPress,$c{xC2}{xA9}1999.")
    public static let codes = [code]

    var tags: [TagPattern] { ["264"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let date = field.field.subfield("c")
        if field.field.indicator2 == UInt8(ascii: "4") {
            guard let other = field.first("a") ?? field.first("b") else { return }
            log.report(
                Self.code, at: field.place(indicator: 2), before: other,
                Self.isDate(other)
                    ? "\(field.name) has its copyright date outside $c; move it there"
                    : "\(field.name) is for a copyright date and has a place or a publisher; they belong to a 264 of their own"
            )
        } else if let date, Self.isDate(date) {
            log.report(
                Self.code, at: field.place(subfield: UInt8(ascii: "c")), before: date,
                "\(field.name) $c is the copyright date \(Bytes.display(date)), and indicator 2 is "
                    + "\(Words.character(field.field.indicator2)) instead of 4")
        }
    }

    private static func isDate(_ text: ByteView) -> Bool {
        text.starts(with: "©") || text.starts(with: "℗") || text.starts(with: "[©")
    }
}
