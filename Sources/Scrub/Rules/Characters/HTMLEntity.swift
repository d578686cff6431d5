internal import MARC
internal import Update

/// HTML entities of the five signs that HTML itself needs: `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&apos;`, by name or number.
enum HTMLEntity: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "html-entities"

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            guard value.code != nil, let decoded = decoded(value.bytes) else { return nil }
            text = decoded
            return "\(value.name) holds HTML entities; they were made the signs that they stand for"
        }
    }

    /// The text without entities; nil where it has none. `&amp;amp;` was escaped twice and is decoded twice.
    private static func decoded(_ value: ByteView) -> [UInt8]? {
        guard var text = decodedOnce(value) else { return nil }
        while let next = text.withUnsafeBufferPointer({ decodedOnce($0) }) { text = next }
        return text
    }

    private static func decodedOnce(_ value: ByteView) -> [UInt8]? {
        guard value.contains(UInt8(ascii: "&")) else { return nil }
        var text: [UInt8] = []
        var (index, isChanged) = (0, false)
        while index < value.count {
            if value[index] == UInt8(ascii: "&"), let entity = entity(at: index, in: value) {
                text.append(entity.sign)
                index += entity.name.count
                isChanged = true
            } else {
                text.append(value[index])
                index += 1
            }
        }
        return isChanged ? text : nil
    }

    private static func entity(at index: Int, in value: ByteView) -> (name: [UInt8], sign: UInt8)? {
        let rest = value.slice(index, value.count - index)
        return entities.first { rest.prefix($0.name.count).elementsEqual($0.name) }
    }

    private static let entities: [(name: [UInt8], sign: UInt8)] = [
        ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#38;", "&"), ("&#60;", "<"),
        ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&#x26;", "&"), ("&#x3C;", "<"),
        ("&#x3c;", "<"), ("&#x3E;", ">"), ("&#x3e;", ">"), ("&#x22;", "\""), ("&#x27;", "'"),
    ].map { (name: String, sign: Unicode.Scalar) in (Array(name.utf8), UInt8(truncatingIfNeeded: sign.value)) }

    static let code = DefectCode(
        "scrub.html-entity", .minor, .repaired,
        what: "Text holds HTML entities such as &amp; or &quot; instead of the signs that they stand for.",
        why: "Patrons see the entities, and links with them do not open.",
        done: "They were made the signs, as the contributor's profile asks (repairs: [html-entities]).",
        repair:
            "Correct the text; entities come with text copied from web pages or through an export that escapes twice.",
        example: "=245  10$aSense &amp; sensibility /$cA. Author.")
}
