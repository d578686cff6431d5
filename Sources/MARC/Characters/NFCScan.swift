internal import CNFCTables

/// Walks UTF-8 from one place that matters to normal form C to the next.
struct NFCScan {
    /// What was found.
    enum Finding {
        /// A base and one mark, in this range, that compose to one character.
        case pair(Range<Int>, composite: UInt32)
        /// Something that the tables do not decide.
        case unknown
        /// Nothing up to the end.
        case end
    }

    private let utf8: ByteView
    private var index = 0
    /// The character before `index`, and the offset where it starts; a line feed, which no mark joins, at the start.
    private var base: UInt32 = 0x0A
    private var baseOffset = 0
    /// Whether the character before `index` is one that a mark may follow.
    private var baseIsOpen = false

    init(_ utf8: ByteView) { self.utf8 = utf8 }

    /// The next thing found.
    ///
    /// No byte below CC needs a look but as a base: U+0000 to U+02FF never change.
    mutating func next() -> Finding {
        while index < utf8.count {
            let byte = utf8[index]
            if byte < 0xCC {
                skipBelowMarks()
                continue
            }
            guard let character = character(at: index) else { return .unknown }
            if nfc_is_inert(character.value) {
                take(character)
                continue
            }
            guard let finding = join(character) else { continue }
            return finding
        }
        return .end
    }

    /// Goes over a run of characters below U+0300, the last of which is the base of a mark that may follow.
    private mutating func skipBelowMarks() {
        repeat {
            let found = Self.startsFromCC(in: utf8.paddedWord(at: index))
            index &+= found.trailingZeroBitCount / 8
            if found != 0 { return noteBase() }
        } while index < utf8.count
    }

    private mutating func noteBase() {
        let last = utf8[index &- 1]
        guard last >= 0x80, index >= 2 else {
            (base, baseOffset, baseIsOpen) = (UInt32(last), index &- 1, true)
            return
        }
        let value = UInt32(utf8[index &- 2] & 0x1F) << 6 | UInt32(last & 0x3F)
        (base, baseOffset, baseIsOpen) = (value, index &- 2, true)
    }

    /// The top bit of each of eight bytes that is CC or more: bits 7 and 6 are set, and bit 5, bit 4 or both 3 and 2.
    private static func startsFromCC(in word: UInt64) -> UInt64 {
        word & word << 1 & (word << 2 | word << 3 | (word << 4 & word << 5)) & 0x8080_8080_8080_8080
    }

    private mutating func take(_ character: (value: UInt32, length: Int)) {
        (base, baseOffset, baseIsOpen) = (character.value, index, true)
        index &+= character.length
    }

    /// A character that is not inert: well understood as the only mark on a base without a decomposition.
    private mutating func join(_ mark: (value: UInt32, length: Int)) -> Finding? {
        let column = nfc_mark_column(mark.value)
        let row = baseIsOpen ? nfc_base_row(base) : 0
        guard column > 0, row > 0 else { return .unknown }
        index &+= mark.length
        baseIsOpen = false
        let composite = nfc_composite(row, column)
        guard composite != 0 else { return nil }
        return inertFollows ? .pair(baseOffset..<index, composite: composite) : .unknown
    }

    private var inertFollows: Bool {
        guard index < utf8.count else { return true }
        guard let next = character(at: index) else { return false }
        return nfc_is_inert(next.value)
    }

    /// The character at `offset`, or nil where it lies beyond the Basic Multilingual Plane.
    private func character(at offset: Int) -> (value: UInt32, length: Int)? {
        let first = utf8[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first < 0xE0 ? 2 : 3
        guard first < 0xF0, offset &+ length <= utf8.count else { return nil }
        let second = UInt32(utf8[offset &+ 1] & 0x3F)
        if length == 2 { return (UInt32(first & 0x1F) << 6 | second, 2) }
        return (UInt32(first & 0x0F) << 12 | second << 6 | UInt32(utf8[offset &+ 2] & 0x3F), 3)
    }
}
