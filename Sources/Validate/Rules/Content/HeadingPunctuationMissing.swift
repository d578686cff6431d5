internal import MARC
internal import MARC21
public import Update

/// A personal name without a comma before dates or a role, in a punctuated record. Names from a list that $2 names
/// follow that list.
///
/// Source: MARC 21 Format for Bibliographic Data, X00, "Input conventions".
public struct HeadingPunctuationMissing: FieldRule {
    public static let code = DefectCode(
        "validate.heading-punctuation-missing", .info, .noted,
        what: "A name has no comma before its dates in $d or before the word for a role in $e.",
        why: "The name runs into what follows, and stands in lists beside the same name with the comma.",
        done: "The field is kept as it is.",
        repair: "Put the comma at the end of the subfield before.",
        example: "=700  1\\$aWriter, Bea$d1950-")
    public static let codes = [code]

    var tags: [TagPattern] { ["100", "700", "800"] }
    var subfields: ASCIISet { "de" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.tag == field.judgedTag else { return }
        field.forEachPair { before, after in
            guard after.code == UInt8(ascii: "d") || after.code == UInt8(ascii: "e"), let last = before.value.lastByte,
                !Self.marks.contains(last), !field.has("2"), field.record.description.hasPunctuation
            else { return }
            field.report(
                Self.code, after, &log,
                "\(field.name(of: after)) follows \(before.shown), which should end with a comma")
        }
    }

    /// A comma; the hyphen of a life that goes on; the full stop that old roles have behind them.
    private static let marks: ASCIISet = ",-."
}
