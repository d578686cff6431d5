internal import MARC
internal import Update

/// 245 $h whose general material designation stands without its brackets.
enum MediumWithoutBrackets: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "medium-brackets"

    static func apply(to work: inout ScrubWork) {
        guard work.record.withView({ Wording($0).hasISBDPunctuation }) else { return }
        work.rewrite(code) { value, text in
            guard value.field.tag == "245", value.code == UInt8(ascii: "h"), let bracketed = bracketed(value.bytes)
            else {
                return nil
            }
            text = bracketed
            return "245 $h is \(Bytes.display(value.bytes)), in brackets \(Bytes.display(bracketed))"
        }
    }

    /// The words in brackets, the punctuation that belongs to the next subfield outside; nil where brackets are there.
    private static func bracketed(_ value: ByteView) -> [UInt8]? {
        let end = value.reversed().prefix { " /:=;.,".utf8.contains($0) }.count
        var words = Array(value.dropLast(end))
        guard words.first.map({ ByteContext.isLetter($0) || $0 == UInt8(ascii: "[") }) ?? false else { return nil }
        if words.first == UInt8(ascii: "[") { words.removeFirst() }
        if words.last == UInt8(ascii: "]") { words.removeLast() }
        let lower = words.map { ByteContext.isUpper($0) ? $0 | 0x20 : $0 }
        guard designations.contains(String(decoding: lower, as: UTF8.self)) else { return nil }
        let text = [UInt8(ascii: "[")] + words + [UInt8(ascii: "]")] + value.suffix(end)
        return text.elementsEqual(value) ? nil : text
    }

    /// Source: AACR2, 1.1C1, both lists.
    private static let designations: Set<String> = [
        "activity card", "art original", "art reproduction", "braille", "cartographic material", "chart",
        "computer file", "diorama", "electronic resource", "filmstrip", "flash card", "game", "globe", "graphic", "kit",
        "manuscript", "map", "microform", "microscope slide", "model", "motion picture", "multimedia", "music",
        "object", "picture", "realia", "slide", "sound recording", "technical drawing", "text", "toy", "transparency",
        "videorecording",
    ]

    static let code = DefectCode(
        "scrub.medium-without-brackets", .info, .repaired,
        what: "The medium in 245 $h stands without its square brackets, or with one of them.",
        why: "Displays run the medium into the title.",
        done: "Brackets were put around it, as the contributor's profile asks (repairs: [medium-brackets]).",
        repair: "Write the medium in square brackets: [electronic resource].",
        example: "=245  10$aTitle$helectronic resource /$cA. Author.")
}
