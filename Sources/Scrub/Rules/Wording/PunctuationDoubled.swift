internal import MARC
internal import Update

/// Commas, colons and semicolons that stand twice, two full stops at an end, and a blank before a comma.
enum PunctuationDoubled: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "double-punctuation"

    static func apply(to work: inout ScrubWork) {
        guard work.record.withView({ Wording($0).mayBeEnglish }) else { return }
        work.rewrite(code) { value, text in
            guard let code = value.code, ByteContext.isLower(code), isText(value.field.tag), !isLink(value.bytes) else {
                return nil
            }
            for index in value.bytes.indices where !isSurplus(index, in: value.bytes) {
                text.append(value.bytes[index])
            }
            let count = value.bytes.count - text.count
            return count == 0 ? nil : "\(value.name) holds punctuation twice, or a blank before it; \(count) left out"
        }
    }

    private static func isText(_ tag: Tag) -> Bool {
        switch tag {
        case "245", "246", "250", "260", "264", "300", "490": true
        default: tag.isNumeric && "1567".utf8.contains(tag.first) && tag.second != UInt8(ascii: "9")
        }
    }

    private static func isLink(_ value: ByteView) -> Bool {
        let text = value.text
        return text.contains("://") || text.contains("www.") || text.contains("@")
    }

    private static func isSurplus(_ index: Int, in value: ByteView) -> Bool {
        func byte(_ offset: Int) -> UInt8 { value.indices.contains(index + offset) ? value[index + offset] : 0 }
        switch byte(0) {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"): return byte(-1) == byte(0)
        case UInt8(ascii: "."):
            // Three and more are an ellipsis.
            return index + 1 == value.count && byte(-1) == byte(0) && byte(-2) != byte(0)
                && ByteContext.isLetter(byte(-2))
        case 0x20:
            return byte(1) == UInt8(ascii: ",") && (ByteContext.isLetter(byte(-1)) || ByteContext.isDigit(byte(-1)))
        default: return false
        }
    }

    static let code = DefectCode(
        "scrub.punctuation-doubled", .info, .repaired,
        what: "Text holds a comma, colon or semicolon twice, two full stops at its end, or a blank before a comma.",
        why: "Headings that differ in nothing but such signs are listed and matched as different ones.",
        done: "The surplus signs were left out, as the contributor's profile asks (repairs: [double-punctuation]).",
        repair: "Correct the text in the library's system.",
        example: "=650  \\0$aTopic,, general..")
}
