/// The leader of a record that is not sound: 24 bytes however many there are, and what was wrong with them.
struct DamagedLeader {
    var leader: Leader
    /// Where the directory starts: 24, or what the leader's bytes take.
    var length: Int
    /// Leader/00-04 as a number.
    var recordLength: Int?
    /// Leader/12-16 as a number.
    var baseAddress: Int?

    init(_ bytes: ByteView, faults: inout [ReadFault]) {
        length = Self.length(bytes)
        let restored = length == Leader.length ? Array(bytes.prefix(length)) : Self.restore(bytes.slice(0, length))
        leader = Leader(restored)
        let isComplete = bytes.count >= Leader.length && length == Leader.length
        (recordLength, baseAddress) = restored.withUnsafeBufferPointer {
            (decimal($0, at: 0, count: 5), decimal($0, at: 12, count: 5))
        }
        if !isComplete || !restored.withUnsafeBufferPointer(LeaderShape.isPrintable) {
            faults.append(
                ReadFault(
                    .leaderDamaged, offset: 0, found: bytes.prefix(length), expected: "\(Leader.length) bytes of ASCII")
            )
        } else if !LeaderShape.hasEntryMap(bytes, at: 0) {
            faults.append(Self.entryMapWrong(bytes))
        }
    }

    /// The fault that positions 10–11 and 20–23 of the leader are not `22` and `4500`.
    static func entryMapWrong(_ bytes: ByteView) -> ReadFault {
        ReadFault(
            .entryMapWrong, offset: 10, found: Array(bytes.slice(10, 2)) + bytes.slice(20, 4), expected: "22 and 4500")
    }

    /// 24, or however many bytes stand before a sound directory or end with `4500`.
    private static func length(_ bytes: ByteView) -> Int {
        let end = find(Delimiter.fieldTerminator, in: bytes, from: Leader.length - 6) ?? bytes.count
        for length in likelyLengths where length < end {
            if DamagedDirectory.chain(bytes, from: length, to: end).endOffset == end { return length }
        }
        for length in likelyLengths where bytes.slice(length - 4, 4).equals("4500") {
            if length == Leader.length || LeaderShape.isEntry(bytes, at: length) { return length }
        }
        return min(Leader.length, bytes.count)
    }

    private static let likelyLengths = [24, 23, 25, 22, 26, 21, 27, 20, 28, 19, 29, 18, 30]

    /// 24 bytes out of more or fewer: a character of several bytes becomes a blank; what is still too much or too little
    /// before the indicator count `22` is evened out there, the rest before `4500`.
    private static func restore(_ bytes: ByteView) -> [UInt8] {
        var restored: [UInt8] = []
        for byte in bytes where byte < 0x80 || byte >= 0xC0 { restored.append(byte < 0x80 ? byte : 0x20) }
        let middle = restored.indices.dropLast().first { $0 > 6 && restored[$0] == 0x32 && restored[$0 + 1] == 0x32 }
        if let middle, middle < 16 { even(&restored, before: middle, to: 10) }
        even(&restored, before: restored.count - 4, to: Leader.length - 4)
        return restored
    }

    private static func even(_ bytes: inout [UInt8], before index: Int, to wanted: Int) {
        guard index > 0, index <= bytes.count else { return }
        if index < wanted { bytes.insert(contentsOf: repeatElement(0x20, count: wanted - index), at: index) }
        if index > wanted { bytes.removeSubrange(wanted..<index) }
    }
}
