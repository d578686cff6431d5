internal import MARC
internal import MARC21
public import Update

/// $q of a personal name without parentheses.
///
/// Source: MARC 21 Format for Bibliographic Data, X00 $q.
public struct FullerNameNotBracketed: FieldRule {
    public static let code = DefectCode(
        "validate.fuller-name-not-bracketed", .info, .noted,
        what: "The fuller form of a name in $q does not stand in parentheses.",
        why: "The display runs the name and its fuller form together.",
        done: "The field is kept as it is.",
        repair: "Put the fuller form in parentheses, as in (Clive Staples).",
        example: "=700  1\\$aWriter, B. C.$qBea Clara")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["100", "600", "700", "800"] }
    var subfields: ASCIISet { "q" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("q") where subfield.value.trimmed.first != UInt8(ascii: "(") {
            guard field.record.kind == .authority || field.record.description.hasPunctuation, !field.has("2") else {
                continue
            }
            field.report(
                Self.code, subfield, &log, "\(field.name(of: subfield)) is \(subfield.shown); put it in parentheses")
        }
    }
}
