internal import MARC
internal import Update

/// HTML elements that only shape the text: `<i>`, `<b>`, `<em>`, `<strong>`, `<u>`, `<span>`; `<br>` and `<p>`.
enum HTMLTag: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "html-tags"

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            guard value.code != nil, value.bytes.contains(UInt8(ascii: "<")), let plain = plain(value.bytes) else {
                return nil
            }
            text = plain
            return "\(value.name) holds HTML; its elements were left out, the text kept"
        }
    }

    /// The text without the elements; nil where it has none, or nothing else. Elements by which letters are raised or
    /// lowered mean something and stay.
    private static func plain(_ value: ByteView) -> [UInt8]? {
        var text: [UInt8] = []
        var (index, isChanged) = (0, false)
        while index < value.count {
            if value[index] == UInt8(ascii: "<"), let element = Element(value, at: index) {
                if element.isBreak, text.last != 0x20 { text.append(0x20) }
                index += element.length
                isChanged = true
            } else {
                // A break and the blank behind it are one blank.
                if !(value[index] == 0x20 && isChanged && text.last == 0x20) { text.append(value[index]) }
                index += 1
            }
        }
        guard isChanged else { return nil }
        let trimmed = Array(text.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
        return trimmed.isEmpty ? nil : trimmed
    }

    /// The start or the end of an element of HTML.
    private struct Element {
        let length: Int
        /// Words before and behind it are different ones.
        let isBreak: Bool

        init?(_ value: ByteView, at start: Int) {
            let rest = value.dropFirst(start + 1)
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")), end - start <= 60 else { return nil }
            let name = value[(start + 1)..<end].drop { $0 == UInt8(ascii: "/") }.prefix { ByteContext.isLetter($0) }
            let behind = value[(start + 1)..<end].drop { $0 == UInt8(ascii: "/") }.dropFirst(name.count).first
            guard behind == nil || behind == 0x20 || behind == UInt8(ascii: "/") else { return nil }
            switch String(decoding: name.map { $0 | 0x20 }, as: UTF8.self) {
            case "i", "b", "em", "strong", "u", "span": isBreak = false
            case "br", "p", "div", "li", "ul", "ol": isBreak = true
            default: return nil
            }
            length = end - start + 1
        }
    }

    static let code = DefectCode(
        "scrub.html-tag", .minor, .repaired,
        what: "Text holds elements of HTML such as <i> or <br>.",
        why: "Patrons see the elements, and words run together by them are not found.",
        done: """
            Elements that only shape text were left out and those that break a line made a blank, as the contributor's \
            profile asks (repairs: [html-tags]). <sup> and <sub> stay, for they mean something.
            """,
        repair: "Correct the text in the library's system; vendors' records often have HTML in summaries.",
        example: "=520  \\\\$aA history of <i>Beowulf</i>.<br>With maps.")
}
