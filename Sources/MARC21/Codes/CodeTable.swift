/// Codes by their bytes. A look-up hashes the code and compares it once or twice; nothing is allocated.
public struct CodeTable: Sendable {
    /// Every code in the order of the format, obsolete ones last.
    public let entries: Definitions<CodeEntry>
    /// The current codes of one character.
    public let currentCharacters: ASCIISet
    /// The obsolete codes of one character.
    public let obsoleteCharacters: ASCIISet
    /// Open addressing, a power of two long: the number of an entry, from 1, or 0.
    @usableFromInline let slots: Definitions<UInt16>

    static let empty = CodeTable([])

    init(_ entries: [CodeEntry]) {
        func characters(_ standing: Standing) -> ASCIISet {
            ASCIISet(
                entries.lazy.filter { $0.standing == standing && $0.codeLabel.length == 1 }.compactMap(
                    \.codeLabel.first))
        }
        self.entries = Definitions(entries)
        currentCharacters = characters(.current)
        obsoleteCharacters = characters(.obsolete)
        slots = Definitions(Self.slots(of: entries))
    }

    private static func slots(of entries: [CodeEntry]) -> [UInt16] {
        var capacity = 2
        while capacity < entries.count * 2 { capacity *= 2 }
        var slots = [UInt16](repeating: 0, count: entries.isEmpty ? 0 : capacity)
        for (index, entry) in entries.enumerated() {
            var slot = hash(entry.codeLabel.bytes) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = UInt16(clamping: index + 1)
        }
        return slots
    }

    /// FNV-1a: codes have two or three characters, so that nothing cleverer pays.
    @inlinable static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 0x811C_9DC5
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        return Int(hash ^ hash &>> 15)
    }

    /// The entry of `code`, in whatever standing; nil when there is none.
    @inlinable public func entry(_ code: UnsafeBufferPointer<UInt8>) -> CodeEntry? {
        guard slots.count > 0 else { return nil }
        var slot = Self.hash(code) & (slots.count - 1)
        while slots[slot] != 0 {
            let entry = entries[Int(slots[slot]) - 1]
            if Self.same(entry.codeLabel.bytes, code) { return entry }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    @inlinable static func same(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        for index in 0..<left.count where left[index] != right[index] { return false }
        return true
    }

    /// `undefined` for a code that the table does not have.
    @inlinable public func standing(of code: UnsafeBufferPointer<UInt8>) -> Standing {
        entry(code)?.standing ?? .undefined
    }

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
