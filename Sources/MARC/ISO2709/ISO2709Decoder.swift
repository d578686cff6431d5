/// Reads one record of ISO 2709 into a ``Record``, whatever its state.
///
/// A sound record is read in one walk that looks at each directory entry and each delimiter once, and allocates nothing
/// once the record's memory has grown. The walk accepts only what is beyond doubt; everything else goes to the recovery
/// in `ISO2709Decoder+Recovery.swift`, which may take its time. Before changing the walk, run the tests that hold it
/// against its plain twin, `PlainDecoder`.
public enum ISO2709Decoder {
    /// Reads `bytes`, one piece as ``ISO2709Framer`` cut it.
    ///
    /// - Parameters:
    ///   - record: gets the record, whatever it held before; it may end up without fields.
    ///   - faults: gets what was wrong, each fault with its place from the first byte of `bytes`.
    public static func decode(_ bytes: ByteView, into record: inout Record, faults: inout [ReadFault]) {
        guard readSound(bytes, into: &record) else { return recover(bytes, into: &record, faults: &faults) }
        if !LeaderShape.hasEntryMap(bytes, at: 0) { faults.append(DamagedLeader.entryMapWrong(bytes)) }
    }

    /// Reads a record without any fault that concerns its reading: a leader whose entry map is not that of MARC 21 passes,
    /// since records of UNIMARC have one. False where there is a fault; what `record` holds is then of no use.
    private static func readSound(_ bytes: ByteView, into record: inout Record) -> Bool {
        guard let bytesBase = bytes.baseAddress, let base = soundBaseAddress(bytes) else { return false }
        record.entries.removeAll(keepingCapacity: true)
        record.subfieldEntries.removeAll(keepingCapacity: true)
        record.data.removeAll(keepingCapacity: true)
        let body = ByteView(start: bytesBase + base, count: bytes.count &- base)
        record.leader = Leader(bytes)
        record.data.append(contentsOf: body)
        return walk(
            directory: bytesBase + Leader.length, fieldCount: (base &- 25) / DirectoryEntry.size, body: body,
            fields: &record.entries, subfields: &record.subfieldEntries)
    }

    /// The base address of data where leader, ends and terminators are as they should be.
    @inline(__always) private static func soundBaseAddress(_ bytes: ByteView) -> Int? {
        guard bytes.count >= 26, bytes.count <= 99_999, decimal(bytes, at: 0, count: 5) == bytes.count,
            let base = decimal(bytes, at: 12, count: 5), base < bytes.count, (base &- 25) % 12 == 0,
            base > 25, bytes[base &- 1] == Delimiter.fieldTerminator, LeaderShape.isPrintable(bytes)
        else { return nil }
        return base
    }

    /// Reads fields and subfields. The entries must follow one another and the delimiters stand where the entries say.
    @inline(__always) private static func walk(
        directory: UnsafePointer<UInt8>, fieldCount: Int, body: ByteView,
        fields: inout [FieldEntry], subfields: inout [SubfieldEntry]
    ) -> Bool {
        var isSound = false
        fields.append(addingCapacity: fieldCount) { fields in
            fields.withUnsafeMutableBufferPointer { fields, written in
                // No subfield takes less than two bytes.
                subfields.append(addingCapacity: body.count / 2) { subfields in
                    subfields.withUnsafeMutableBufferPointer { subfields, subfieldsWritten in
                        guard let fieldBase = fields.baseAddress, let bodyBase = body.baseAddress,
                            let subfieldBase = subfields.baseAddress
                        else { return }
                        var walk = SoundWalk(
                            directory: directory, body: bodyBase, bodyLength: body.count, fields: fieldBase,
                            subfields: subfieldBase)
                        isSound = walk.run(fieldCount)
                        written = isSound ? fieldCount : 0
                        subfieldsWritten = isSound ? walk.subfieldCount : 0
                    }
                }
            }
        }
        return isSound
    }
}

/// The walk over a sound record's directory and body, side by side.
private struct SoundWalk {
    let directory: UnsafePointer<UInt8>
    let body: UnsafePointer<UInt8>
    let bodyLength: Int
    let fields: UnsafeMutablePointer<FieldEntry>
    let subfields: UnsafeMutablePointer<SubfieldEntry>
    var subfieldCount = 0

    init(
        directory: UnsafePointer<UInt8>, body: UnsafePointer<UInt8>, bodyLength: Int,
        fields: UnsafeMutablePointer<FieldEntry>, subfields: UnsafeMutablePointer<SubfieldEntry>
    ) {
        self.directory = directory
        self.body = body
        self.bodyLength = bodyLength
        self.fields = fields
        self.subfields = subfields
    }

    @inline(__always) mutating func run(_ fieldCount: Int) -> Bool {
        var scan = DelimiterScan(body, count: bodyLength)
        var start = 0
        for index in 0..<fieldCount {
            guard let entry = DirectoryEntry(directory + index &* DirectoryEntry.size), entry.start == start,
                entry.tag.isNumeric || entry.tag.isWellFormed, entry.length > 0
            else { return false }
            let end = start &+ entry.length &- 1
            let isRead = entry.tag.isControl
                ? readControl(entry, end: end, at: index, &scan) : readData(entry, end: end, at: index, &scan)
            guard isRead else { return false }
            start = end &+ 1
        }
        return start &+ 1 == bodyLength && scan.next() == start && body[start] == Delimiter.recordTerminator
    }

    @inline(__always) private mutating func readControl(
        _ entry: DirectoryEntry, end: Int, at index: Int, _ scan: inout DelimiterScan
    ) -> Bool {
        guard scan.next() == end, end < bodyLength, body[end] == Delimiter.fieldTerminator else { return false }
        (fields + index).initialize(to:
            FieldEntry(
                tag: entry.tag, indicator1: 0, indicator2: 0, offset: UInt32(truncatingIfNeeded: entry.start),
                length: entry.length &- 1, firstSubfield: UInt32(truncatingIfNeeded: subfieldCount), subfieldCount: 0))
        return true
    }

    @inline(__always) private mutating func readData(
        _ entry: DirectoryEntry, end: Int, at index: Int, _ scan: inout DelimiterScan
    ) -> Bool {
        let first = subfieldCount
        var place = scan.next()
        guard place == entry.start &+ 2, place < end, end < bodyLength, body[place &- 2] != 0, body[place &- 1] != 0
        else { return false }
        repeat {
            let next = scan.next()
            guard body[place] == Delimiter.subfield, next <= end, next &- place >= 2 else { return false }
            let code = body[place &+ 1]
            guard code >= 0x20, code < 0x7F else { return false }
            (subfields + subfieldCount).initialize(to:
                SubfieldEntry(
                    code: code, offset: UInt32(truncatingIfNeeded: place &+ 2), length: next &- place &- 2))
            subfieldCount &+= 1
            place = next
        } while place < end
        guard body[end] == Delimiter.fieldTerminator else { return false }
        (fields + index).initialize(to:
            FieldEntry(
                tag: entry.tag, indicator1: body[entry.start], indicator2: body[entry.start &+ 1],
                offset: UInt32(truncatingIfNeeded: entry.start), length: entry.length &- 1,
                firstSubfield: UInt32(truncatingIfNeeded: first),
                subfieldCount: UInt32(truncatingIfNeeded: subfieldCount &- first)))
        return true
    }
}
