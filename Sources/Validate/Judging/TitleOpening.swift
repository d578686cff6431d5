internal import MARC
internal import MARC21

/// How a title begins: marks, its first word, what stands between that and the next one. Counted in characters, as
/// indicators for nonfiling characters count.
struct TitleOpening {
    /// Quotation marks, brackets and the like before the first word.
    let marks: Int
    /// The first word, in lower case as far as it is ASCII, with an apostrophe or hyphen that joins it to the next.
    let word: InlineArray<16, UInt8>
    let wordBytes: Int
    /// The characters of the first word.
    let wordLength: Int
    /// Its characters that a decomposed encoding writes as two or more.
    let accents: Int
    /// The blanks behind it.
    let blanks: Int
    /// Marks behind those, before the second word, with the blanks among them.
    let innerMarks: Int
    /// The second word is a single character, as in `A B C`.
    let precedesSingleCharacter: Bool
    /// All characters of the text, counted up to 10: an indicator skips nine at most.
    let count: Int
    /// The first letter is one of a script in which articles are not looked for.
    let isOtherScript: Bool

    init(_ text: ByteView) {
        var index = 0
        let marks = Self.skipMarks(text, &index)
        isOtherScript = index < text.count && text[index] >= 0xCD
        var (word, bytes, length, accents) = (InlineArray<16, UInt8>(repeating: 0), 0, 0, 0)
        while index < text.count, text[index] != 0x20 {
            let width = Self.width(text, index)
            if width > 1 { accents += 1 }
            let isApostrophe = text.slice(index, 3).equals("’")
            for offset in 0..<(isApostrophe ? 1 : width) where bytes < 16 {
                word[bytes] = isApostrophe ? UInt8(ascii: "'") : Self.lowerCased(text[index + offset])
                bytes += 1
            }
            length += 1
            let isJoint = length > 1 && Self.isJoint(word[min(bytes, 16) - 1])
            index += width
            if isJoint { break }
        }
        self.marks = marks
        self.word = word
        (wordBytes, wordLength, self.accents) = (bytes, length, accents)
        var blanks = 0
        while index < text.count, text[index] == 0x20 { (blanks, index) = (blanks + 1, index + 1) }
        self.blanks = blanks
        innerMarks = Self.skipMarksAndBlanks(text, &index)
        precedesSingleCharacter = index < text.count && text.slice(index + Self.width(text, index), 1).equals(" ")
        var count = marks + length + blanks + innerMarks
        while index < text.count, count < 10 { (count, index) = (count + 1, index + Self.width(text, index)) }
        self.count = min(count, 10)
    }

    /// Whether the first word is an article of `language`; of any where it is nil.
    func isArticle(of language: ByteView?) -> Bool {
        guard wordBytes > 0, wordBytes < 16 else { return false }
        return withUnsafeBytes(of: word) {
            InitialArticles.contains(ByteView(rebasing: $0.bindMemory(to: UInt8.self)[..<wordBytes]), of: language)
        }
    }

    /// Whether the first word is joined to the next by an apostrophe or hyphen.
    var isJoined: Bool {
        guard wordBytes > 1, wordBytes < 16 else { return false }
        return Self.isJoint(word[wordBytes - 1])
    }

    /// Whether skipping `characters` ends where the second word begins, or before marks in front of it.
    func endsBehindFirstWord(_ characters: Int) -> Bool {
        let end = marks + wordLength + blanks
        return (end...(end + innerMarks + accents)).contains(characters)
    }

    /// Moves past marks and the blanks between them and the next word, as in `The ... annual report`.
    private static func skipMarksAndBlanks(_ text: ByteView, _ index: inout Int) -> Int {
        var count = 0
        while true {
            let marks = skipMarks(text, &index)
            guard marks > 0 else { return count }
            count += marks
            while index < text.count, text[index] == 0x20 { (count, index) = (count + 1, index + 1) }
        }
    }

    /// Moves past quotation marks, brackets and the like.
    private static func skipMarks(_ text: ByteView, _ index: inout Int) -> Int {
        var count = 0
        while index < text.count, isMark(text, index) {
            index += width(text, index)
            count += 1
        }
        return count
    }

    private static func isMark(_ text: ByteView, _ index: Int) -> Bool {
        switch text[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "*"), UInt8(ascii: "."),
            UInt8(ascii: "<"), UInt8(ascii: "{"), UInt8(ascii: "-"):
            true
        case UInt8(ascii: "'"):
            // Before `n` or `t` and a blank it belongs to an article, as in Dutch 't.
            !(index + 2 < text.count && text[index + 2] == 0x20)
        case 0xC2: index + 1 < text.count && text[index + 1] >= 0xA1 && text[index + 1] != 0xAA  // ¡ ¿ «
        case 0xE2: index + 1 < text.count && text[index + 1] == 0x80  // ‘ “ – …
        default: false
        }
    }

    /// An apostrophe or hyphen, which ends a first word that is joined to the next.
    private static func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "'") || byte == UInt8(ascii: "-") }

    private static func lowerCased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// Bytes of the character at `index`, its combining marks excluded; never past the end.
    private static func width(_ text: ByteView, _ index: Int) -> Int {
        let first = text[index]
        let width = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        return min(width, text.count - index)
    }
}
