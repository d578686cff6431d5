/// What a directory that is not sound says of one field.
struct StatedField {
    var tag: Tag
    /// Where the entry stands in the record.
    var offset: Int
    /// The entry's numbers; nil where they are none.
    var start: Int?
    var length: Int?

    init(_ bytes: ByteView, at offset: Int) {
        func byte(_ index: Int) -> UInt8 { offset + index < bytes.count ? bytes[offset + index] : 0x20 }
        let entry = LeaderShape.entry(bytes, at: offset)
        tag = Tag(byte(0), byte(1), byte(2))
        self.offset = offset
        start = entry?.start
        length = entry.flatMap { $0.length > 0 ? $0.length : nil }
    }
}

/// The directory of a record that is not sound.
struct DamagedDirectory {
    /// In the order of the directory.
    var fields: [StatedField] = []
    /// Where the data start: after the directory's field terminator.
    var end: Int

    init(_ bytes: ByteView, leader: DamagedLeader, faults: inout [ReadFault]) {
        end = Self.end(bytes, leader: leader)
        let last = end > leader.length && bytes[end - 1] == Delimiter.fieldTerminator ? end - 1 : end
        if leader.baseAddress != end {
            faults.append(
                ReadFault(.baseAddressWrong, offset: 12, found: bytes.slice(12, 5), expected: "\(end)"))
        }
        read(bytes, from: leader.length, to: last)
        let damaged = fields.filter { $0.start == nil || $0.length == nil }
        if damaged.count > 0 || (last - leader.length) % DirectoryEntry.size != 0 || last == end {
            let place = damaged.first?.offset ?? leader.length
            faults.append(
                ReadFault(
                    .directoryDamaged, offset: place, tag: damaged.first?.tag,
                    found: bytes.slice(place, min(DirectoryEntry.size, end - place)),
                    expected: "\(damaged.count) of \(fields.count) entries"))
        }
    }

    /// The base address, where a directory ends before it; else after the first field terminator; else where entries stop.
    private static func end(_ bytes: ByteView, leader: DamagedLeader) -> Int {
        let first = find(Delimiter.fieldTerminator, in: bytes, from: leader.length)
        if let base = leader.baseAddress, base > leader.length, base <= bytes.count,
            (base - 1 - leader.length) % DirectoryEntry.size == 0
        {
            let entries = stride(from: leader.length, to: base - 1, by: DirectoryEntry.size)
            let sound = entries.count { LeaderShape.isEntry(bytes, at: $0) }
            if first == base - 1 || sound * 4 > entries.underestimatedCount * 3 { return base }
        }
        if let first { return first + 1 }
        var end = min(leader.length, bytes.count)
        while LeaderShape.isEntry(bytes, at: end) { end += DirectoryEntry.size }
        return end
    }

    private mutating func read(_ bytes: ByteView, from first: Int, to last: Int) {
        guard first < last else { return }
        guard (last - first) % DirectoryEntry.size != 0 else {
            fields = stride(from: first, to: last, by: DirectoryEntry.size).map { StatedField(bytes, at: $0) }
            return
        }
        // Bytes are missing or too many: what follows one another from the front, then from the back, is sound; what is
        // left in the middle is as many entries as it has room for.
        let front = Self.chain(bytes, from: first, to: last)
        let back = Self.backwardChain(bytes, from: last, to: front.endOffset)
        fields = front.fields
        let left = back.startOffset - front.endOffset
        for index in 0..<((left + DirectoryEntry.size / 2) / DirectoryEntry.size) {
            var field = StatedField(bytes, at: front.endOffset + index * DirectoryEntry.size)
            field.start = nil
            field.length = nil
            fields.append(field)
        }
        fields += back.fields
    }

    private static func chain(_ bytes: ByteView, from first: Int, to last: Int) -> (fields: [StatedField], endOffset: Int) {
        var fields: [StatedField] = []
        var offset = first
        while offset + DirectoryEntry.size <= last, LeaderShape.isEntry(bytes, at: offset) {
            let field = StatedField(bytes, at: offset)
            guard field.start == fields.last.map({ ($0.start ?? 0) + ($0.length ?? 0) }) ?? 0 else { break }
            fields.append(field)
            offset += DirectoryEntry.size
        }
        return (fields, offset)
    }

    private static func backwardChain(
        _ bytes: ByteView, from last: Int, to first: Int
    ) -> (fields: [StatedField], startOffset: Int) {
        var fields: [StatedField] = []
        var offset = last
        while offset - DirectoryEntry.size >= first, LeaderShape.isEntry(bytes, at: offset - DirectoryEntry.size) {
            let field = StatedField(bytes, at: offset - DirectoryEntry.size)
            if let next = fields.last, (field.start ?? 0) + (field.length ?? 0) != next.start { break }
            fields.append(field)
            offset -= DirectoryEntry.size
        }
        return (fields.reversed(), offset)
    }
}
