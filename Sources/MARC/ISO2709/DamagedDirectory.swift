/// What a directory that is not sound says of one field.
struct StatedField {
    var tag: Tag
    /// Where the entry stands in the record.
    var offset: Int
    /// The entry's numbers; nil where they are none.
    var start: Int?
    var length: Int?

    /// - Parameter isBelieved: whether the entry's numbers, if it has any, count.
    init(_ bytes: ByteView, at offset: Int, isBelieved: Bool = true) {
        func byte(_ index: Int) -> UInt8 { offset + index < bytes.count ? bytes[offset + index] : 0x20 }
        let entry = isBelieved ? LeaderShape.entry(bytes, at: offset) : nil
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
        // A leader of another length than 24 moves the data; that is no fault of the base address.
        if leader.baseAddress != end, leader.baseAddress != end - leader.length + Leader.length {
            faults.append(
                ReadFault(.baseAddressWrong, offset: 12, found: bytes.slice(12, 5), expected: "\(end)"))
        }
        read(bytes, from: leader.length, to: last)
        report(bytes, from: leader.length, to: last, &faults)
    }

    private func report(_ bytes: ByteView, from first: Int, to last: Int, _ faults: inout [ReadFault]) {
        let damaged = fields.filter { $0.start == nil || $0.length == nil }
        if let entry = damaged.first {
            faults.append(
                ReadFault(
                    .directoryDamaged, offset: entry.offset, tag: entry.tag,
                    found: bytes.slice(entry.offset, min(DirectoryEntry.size, end - entry.offset)),
                    expected: "\(damaged.count) of \(fields.count) entries"))
        } else if (last - first) % DirectoryEntry.size != 0 {
            faults.append(
                ReadFault(
                    .directoryDamaged, offset: first, found: bytes.slice(first, last - first),
                    expected: "entries of 12 bytes, not \(last - first) bytes"))
        } else if last == end {
            let place = max(first, end - 1)
            faults.append(
                ReadFault(
                    .directoryDamaged, offset: place, found: bytes.slice(place, 1),
                    expected: "1E hex after the directory"))
        }
    }

    /// The base address, where it can be right; else after the first field terminator; else where entries stop.
    private static func end(_ bytes: ByteView, leader: DamagedLeader) -> Int {
        let first = find(Delimiter.fieldTerminator, in: bytes, from: leader.length)
        if let base = leader.baseAddress, canEnd(bytes, at: base, leader: leader, isFirst: first == base - 1) {
            return base
        }
        if let first { return first + 1 }
        var end = min(leader.length, bytes.count)
        while LeaderShape.isEntry(bytes, at: end) { end += DirectoryEntry.size }
        return end
    }

    /// Whether the directory can end at `base`: with a field terminator after sound entries, or where entries say that
    /// it does.
    private static func canEnd(_ bytes: ByteView, at base: Int, leader: DamagedLeader, isFirst: Bool) -> Bool {
        let size = DirectoryEntry.size
        guard base > leader.length, base <= bytes.count, (base - 1 - leader.length) % size == 0 else { return false }
        if isFirst || entriesConfirm(bytes, base: base, from: leader.length) { return true }
        guard bytes[base - 1] == Delimiter.fieldTerminator else { return false }
        let places = stride(from: leader.length, to: base - 1, by: size)
        return places.count { LeaderShape.isEntry(bytes, at: $0) } * 4 >= (base - 1 - leader.length) / size * 3
    }

    /// Whether the last entry ends with the record, or the first one with the first field terminator after `base`.
    private static func entriesConfirm(_ bytes: ByteView, base: Int, from first: Int) -> Bool {
        if let last = LeaderShape.entry(bytes, at: base - 1 - DirectoryEntry.size),
            base + last.start + last.length + 1 == bytes.count
        {
            return true
        }
        guard let entry = LeaderShape.entry(bytes, at: first), entry.start == 0 else { return false }
        return find(Delimiter.fieldTerminator, in: bytes, from: first) == base + entry.length - 1
    }

    private mutating func read(_ bytes: ByteView, from first: Int, to last: Int) {
        guard first < last else { return }
        guard (last - first) % DirectoryEntry.size != 0 else {
            fields = stride(from: first, to: last, by: DirectoryEntry.size).map { StatedField(bytes, at: $0) }
            return
        }
        // Bytes are missing or too many: what follows one another from the back, then from the front, is sound; what is
        // left in the middle is as many entries as it has room for. The back goes first because an entry that lost a
        // byte among its numbers still starts with its tag.
        let back = Self.backwardChain(bytes, from: last, to: first)
        let front = Self.chain(bytes, from: first, to: back.startOffset)
        let left = back.startOffset - front.endOffset
        let damaged = (0..<((left + DirectoryEntry.size / 2) / DirectoryEntry.size)).map {
            StatedField(bytes, at: front.endOffset + $0 * DirectoryEntry.size, isBelieved: false)
        }
        fields = front.fields + damaged + back.fields
    }

    /// The entries that follow one another without a gap in their places.
    static func chain(_ bytes: ByteView, from first: Int, to last: Int) -> (fields: [StatedField], endOffset: Int) {
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
