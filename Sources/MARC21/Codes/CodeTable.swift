/// Codes by their bytes. A look-up hashes the code and compares one or two numbers; nothing is allocated.
public struct CodeTable: Sendable {
    /// Every code in the order of the format, obsolete ones last.
    public let entries: Definitions<CodeEntry>
    /// The current codes of one character.
    public let currentCharacters: ASCIISet
    /// The obsolete codes of one character.
    public let obsoleteCharacters: ASCIISet
    /// Open addressing, a power of two long.
    @usableFromInline let slots: Definitions<Slot>

    /// A place that is empty (`entry` 0) or holds the number of an entry, from 1.
    @usableFromInline struct Slot: Sendable {
        @usableFromInline var key: UInt64 = 0
        @usableFromInline var length: UInt16 = 0
        @usableFromInline var entry: UInt16 = 0
        @usableFromInline var standing = Standing.undefined

        @usableFromInline init() {}
    }

    static let empty = CodeTable([])

    init(_ entries: [CodeEntry]) {
        var current = ASCIISet()
        var obsolete = ASCIISet()
        for entry in entries where entry.codeLabel.length == 1 {
            if entry.standing == .current { current.insert(entry.codeLabel.bytes[0]) }
            if entry.standing == .obsolete { obsolete.insert(entry.codeLabel.bytes[0]) }
        }
        self.entries = Definitions(entries)
        currentCharacters = current
        obsoleteCharacters = obsolete
        slots = Definitions(Self.slots(of: entries))
    }

    private static func slots(of entries: [CodeEntry]) -> [Slot] {
        if entries.isEmpty { return [] }
        var capacity = 2
        while capacity < entries.count * 2 { capacity *= 2 }
        var slots = [Slot](repeating: Slot(), count: capacity)
        for (index, entry) in entries.enumerated() {
            let code = entry.codeLabel.bytes
            let key = key(code)
            var place = hash(key, code.count) & (capacity - 1)
            while slots[place].entry != 0 { place = (place + 1) & (capacity - 1) }
            slots[place].key = key
            slots[place].length = UInt16(clamping: code.count)
            slots[place].entry = UInt16(clamping: index + 1)
            slots[place].standing = entry.standing
        }
        return slots
    }

    /// The first eight bytes as one number.
    @inlinable static func key(_ code: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        for index in 0..<min(code.count, 8) { key = key &<< 8 | UInt64(code[index]) }
        return key
    }

    @inlinable static func hash(_ key: UInt64, _ length: Int) -> Int {
        let mixed = (key ^ UInt64(truncatingIfNeeded: length)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed &>> 40)
    }

    /// Where `code` stands, empty when it stands nowhere.
    @inlinable func slot(_ code: UnsafeBufferPointer<UInt8>) -> Slot {
        if slots.isEmpty { return Slot() }
        let key = Self.key(code)
        var place = Self.hash(key, code.count) & (slots.count &- 1)
        while slots[place].entry != 0 {
            if slots[place].key == key, Int(slots[place].length) == code.count,
                code.count <= 8 || tailAgrees(place, code)
            {
                return slots[place]
            }
            place = (place &+ 1) & (slots.count &- 1)
        }
        return Slot()
    }

    @usableFromInline func tailAgrees(_ place: Int, _ code: UnsafeBufferPointer<UInt8>) -> Bool {
        entries[Int(slots[place].entry) - 1].codeLabel.bytes.elementsEqual(code)
    }

    /// The entry of `code`, in whatever standing; nil when there is none.
    @inlinable public func entry(_ code: UnsafeBufferPointer<UInt8>) -> CodeEntry? {
        let number = Int(slot(code).entry)
        return number == 0 ? nil : entries[number &- 1]
    }

    /// `undefined` for a code that the table does not have.
    @inlinable public func standing(of code: UnsafeBufferPointer<UInt8>) -> Standing { slot(code).standing }

    /// The standing of a code of one character.
    @inlinable public func standing(of character: UInt8) -> Standing {
        if currentCharacters.contains(character) { return .current }
        return obsoleteCharacters.contains(character) ? .obsolete : .undefined
    }

    /// The entry of a code of one character.
    public func entry(_ character: UInt8) -> CodeEntry? {
        withUnsafeBytes(of: character) { entry($0.bindMemory(to: UInt8.self)) }
    }
}
