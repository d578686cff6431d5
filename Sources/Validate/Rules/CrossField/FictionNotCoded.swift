internal import MARC
internal import MARC21
public import Update

/// A book with a subject's form or a genre of fiction, and no fiction in 008/33: said once a record.
///
/// Source: MARC 21 Format for Bibliographic Data, 008/33 (books).
public struct FictionNotCoded: FieldRule {
    public static let code = DefectCode(
        "validate.fiction-not-coded", .minor, .noted,
        what: "A subject or genre says that the book is fiction, and 008/33 says that it is not.",
        why: "Patrons who limit their search to fiction do not find the book, and find it where they want none.",
        done: "The field is kept as it is.",
        repair: "Set 008/33 to 1, or to the letter of the form: f novels, j short stories.",
        example: "=650  \\0$aCats$vFiction.")
    public static let codes = [code]

    var tags: [TagPattern] { ["600", "610", "611", "630", "650", "651", "655"] }
    var subfields: ASCIISet { "va" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let word = Self.word(field.field), BookCodes.describes(field.record),
            let fixed = field.record.fixedField?.value, fixed.count > 33, fixed[33] == UInt8(ascii: "0"),
            field.isFirst(where: { Self.word($0) != nil })
        else { return }
        log.report(
            Self.code, at: field.place(), before: word,
            "\(field.tag) says \(Bytes.display(word)), and 008/33 is 0 (not fiction); set it to 1")
    }

    /// The word by which a field calls the book fiction.
    private static func word(_ field: FieldView) -> ByteView? {
        guard field.tag.first == UInt8(ascii: "6") else { return nil }
        let word = (field.tag == "655" ? field.subfield("a") : field.subfield("v"))?.trimmingEnd(".")
        guard let word, word.isWord("fiction") || word.isWord("juvenile fiction") || word.isWord("novels") else {
            return nil
        }
        return word
    }
}
