internal import MARC
internal import MARC21
public import Update

/// A subfield of the description without the mark of ISBD before it, in a record that says that it has these marks.
/// 880s are let be: other scripts have marks of their own.
///
/// Source: ISBD, "Punctuation"; MARC 21 Format for Bibliographic Data, 245, 260, 264, 300, 490.
public struct ISBDPunctuationMissing: FieldRule {
    public static let code = DefectCode(
        "validate.isbd-punctuation-missing", .info, .noted,
        what: """
            A part of title, publication, extent or series has not the mark before it that ISBD asks for, though \
            leader/18 says that the record is punctuated.
            """,
        why: "Displays that print the field as it stands run its parts together.",
        done: "The field is kept as it is.",
        repair: """
            Put the mark that the message names at the end of the subfield before, or set leader/18 to c where your \
            system adds the marks.
            """,
        example: "=245  10$aTitle$cA. Author.")
    public static let codes = [code]

    var tags: [TagPattern] { ["245", "260", "264", "300", "490"] }
    var subfields: ASCIISet { "bcenpvx" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.tag == field.judgedTag else { return }
        field.forEachPair { before, after in
            guard let marks = Self.marks(field.number, before.code, after.code), let last = before.value.lastByte,
                !marks.contains(last) || Self.lacksBlank(before.value, last), field.record.description.hasPunctuation
            else { return }
            field.report(
                Self.code, after, &log,
                marks.contains(last)
                    ? "\(field.tag) \(Words.subfield(before.code)) ends with \(Words.character(last)) and no blank before it; put one there"
                    : "\(field.tag) \(Words.subfield(before.code)) ends with \(Words.character(last)); \(Words.list(marks)) should stand "
                        + "before \(Words.subfield(after.code))")
        }
    }

    /// Whether the mark is one that has a blank before it, and has none.
    private static func lacksBlank(_ value: ByteView, _ mark: UInt8) -> Bool {
        let spaced: ASCIISet = ":;=/+"
        let text = value.trimmingEnd(ASCIISet())
        return spaced.contains(mark) && (text.count < 2 || text[text.count - 2] != 0x20)
    }

    /// The marks of which one stands before a subfield; nil where none is asked for.
    private static func marks(_ number: Int, _ before: UInt8, _ code: UInt8) -> ASCIISet? {
        switch (number, code) {
        case (245, UInt8(ascii: "b")): ":;="
        case (245, UInt8(ascii: "c")): "/"
        case (245, UInt8(ascii: "n")): ".,"
        case (245, UInt8(ascii: "p")): before == UInt8(ascii: "n") ? "," : "."
        case (260, UInt8(ascii: "b")), (264, UInt8(ascii: "b")): ":"
        case (260, UInt8(ascii: "c")), (264, UInt8(ascii: "c")): ",;"
        case (300, UInt8(ascii: "b")): ":"
        case (300, UInt8(ascii: "c")): ";"
        case (300, UInt8(ascii: "e")): "+"
        case (490, UInt8(ascii: "v")): ";,"
        case (490, UInt8(ascii: "x")): ","
        default: nil
        }
    }
}
