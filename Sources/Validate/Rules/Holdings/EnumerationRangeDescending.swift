internal import MARC
internal import MARC21
public import Update

/// A range of volumes or years whose end comes before its start.
///
/// Source: MARC 21 Format for Holdings Data, 863-865.
public struct EnumerationRangeDescending: FieldRule {
    public static let code = DefectCode(
        "validate.enumeration-range-descending", .info, .noted,
        what: "A range of volumes in $a or years in $i of 863, 864 or 865 runs backwards.",
        why: "Patrons cannot tell what the library has.",
        done: "The field is kept as it is.",
        repair: "Compare the range with the shelf.",
        example: """
            =LDR  00000ny  a2200000zn 4500
            =853  20$81$av.
            =863  40$81.1$a15-12
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["863", "864", "865"] }
    var subfields: ASCIISet { "ai" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("ai") {
            guard let hyphen = subfield.value.firstIndex(of: UInt8(ascii: "-")),
                let start = subfield.value.slice(0, hyphen).number,
                let end = subfield.value.slice(hyphen + 1, subfield.value.count - hyphen - 1).number, end < start,
                // 1998-99, as 112-15, is a short way to write the end.
                String(end).count == String(start).count
            else { continue }
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which runs backwards; compare it with the shelf")
        }
    }
}
