internal import MARC
internal import Update

/// Subfields with nothing but punctuation: `$b :`, `$c.`
enum SubfieldWithoutWords: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "subfields-without-words"

    static func apply(to work: inout ScrubWork) {
        let found = work.subfields { value in
            guard let code = value.code, code != UInt8(ascii: "a"), ByteContext.isLower(code), isText(value.field)
            else {
                return false
            }
            // Something else must be left that says what the field is about.
            return isPunctuation(value.bytes)
                && value.field.subfields.contains { ByteContext.isLower($0.code) && !isPunctuation($0.value) }
        }
        for subfield in found {
            work.report(
                code, at: subfield.place, before: subfield.value,
                "\(subfield.name) holds nothing but \(Bytes.display(subfield.value)) and was left out")
        }
        work.remove(found)
    }

    /// Fields that are read as text; numbers, codes, holdings and links have signs that mean something.
    private static func isText(_ field: FieldView) -> Bool {
        let tag = LinkedTag.of(field)
        return tag.isNumeric && (UInt8(ascii: "2")...UInt8(ascii: "7")).contains(tag.first) || tag == "490"
    }

    private static func isPunctuation(_ value: ByteView) -> Bool {
        value.allSatisfy { " .,:;/=".utf8.contains($0) }
    }

    static let code = DefectCode(
        "scrub.subfield-without-words", .info, .partDropped,
        what: "A subfield holds nothing but punctuation.",
        why: "Displays show the stray signs, and the same title with and without them may not match.",
        done: "The subfield was left out, as the contributor's profile asks (repairs: [subfields-without-words]).",
        repair: "Delete the subfield in the library's system; templates often leave such remains.",
        example: "=260  \\\\$aNew York :$bKnopf,$c.")
}
