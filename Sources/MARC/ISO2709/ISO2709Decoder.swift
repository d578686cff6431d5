internal import CByteScans

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
    ///   - faults: gets what was wrong, each fault with its place from the first byte of `bytes`, at most 200.
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
        record.data.append(contentsOf: body.dropLast())
        record.isWhole = walk(
            directory: bytesBase + Leader.length, fieldCount: (base &- 25) / DirectoryEntry.size, body: body,
            fields: &record.entries, subfields: &record.subfieldEntries)
        return record.isWhole
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
                subfields.append(addingCapacity: SoundWalk.room(for: body.count)) { subfields in
                    subfields.withUnsafeMutableBufferPointer { subfields, subfieldsWritten in
                        guard let fieldBase = fields.baseAddress, let bodyBase = body.baseAddress,
                            let subfieldBase = subfields.baseAddress
                        else { return }
                        let walk = SoundWalk(
                            directory: directory, body: bodyBase, bodyLength: body.count, fields: fieldBase,
                            subfields: subfieldBase)
                        guard let subfieldCount = walk.run(fieldCount) else { return }
                        isSound = true
                        written = fieldCount
                        subfieldsWritten = subfieldCount
                    }
                }
            }
        }
        return isSound
    }
}

/// The walk over a sound record's directory and body, side by side.
///
/// First the places of all delimiters are noted, then the directory is held against them.
private struct SoundWalk {
    let directory: UnsafePointer<UInt8>
    let body: UnsafePointer<UInt8>
    let bodyLength: Int
    let fields: UnsafeMutablePointer<FieldEntry>
    /// The subfields from the front, the places of the delimiters from the middle.
    let subfields: UnsafeMutablePointer<SubfieldEntry>

    /// Subfields that the walk needs room for: none takes less than two bytes, and behind them as much room again for a
    /// number of four bytes for each delimiter.
    static func room(for bodyLength: Int) -> Int { 2 * (bodyLength / 2 + 4) }

    /// The number of subfields; nil where the record is not sound.
    @inline(__always) func run(_ fieldCount: Int) -> Int? {
        let places = UnsafeMutableRawPointer(subfields + (bodyLength / 2 + 4)).assumingMemoryBound(to: UInt32.self)
        let placeCount = delimiters_find(body, bodyLength, places)
        // Every field has its terminator, the record one more; so no place is read that was not written.
        guard placeCount > fieldCount, places[placeCount &- 1] == UInt32(truncatingIfNeeded: bodyLength &- 1),
            body[bodyLength &- 1] == Delimiter.recordTerminator
        else { return nil }
        var subfieldCount = 0
        var start = 0
        var next = UnsafePointer(places)
        let last = UnsafePointer(places + (placeCount &- 1))
        for index in 0..<fieldCount {
            guard let entry = DirectoryEntry(directory + index &* DirectoryEntry.size), entry.start == start,
                entry.tag.isNumeric || entry.tag.isWellFormed, next < last
            else { return nil }
            let end = start &+ entry.length &- 1
            let first = subfieldCount
            if !entry.tag.isControl {
                guard readSubfields(&next, from: start &+ 2, to: end, before: last, &subfieldCount) else { return nil }
            }
            guard Int(next.pointee) == end, body[end] == Delimiter.fieldTerminator else { return nil }
            next += 1
            (fields + index).initialize(to: field(entry, first: first, count: subfieldCount &- first))
            start = end &+ 1
        }
        return next == last && start == bodyLength &- 1 ? subfieldCount : nil
    }

    /// Reads a data field's subfields, of which the first starts at `start`, and leaves `next` at the field's terminator.
    @inline(__always) private func readSubfields(
        _ next: inout UnsafePointer<UInt32>, from start: Int, to end: Int, before last: UnsafePointer<UInt32>,
        _ count: inout Int
    ) -> Bool {
        var place = Int(next.pointee)
        guard place == start, place < end, body[start &- 2] != 0, body[start &- 1] != 0 else { return false }
        repeat {
            next += 1
            let stop = Int(next.pointee)
            let length = stop &- place &- 2
            let code = body[place &+ 1]
            guard body[place] == Delimiter.subfield, length >= 0, code >= 0x20, code < 0x7F, next < last else {
                return false
            }
            (subfields + count).initialize(
                to: SubfieldEntry(unchecked: code, offset: UInt32(truncatingIfNeeded: place &+ 2), length: length))
            count &+= 1
            place = stop
        } while place < end
        return true
    }

    @inline(__always) private func field(_ entry: DirectoryEntry, first: Int, count: Int) -> FieldEntry {
        let isControl = entry.tag.isControl
        return FieldEntry(
            tag: entry.tag, indicator1: isControl ? 0 : body[entry.start],
            indicator2: isControl ? 0 : body[entry.start &+ 1], offset: UInt32(truncatingIfNeeded: entry.start),
            length: entry.length &- 1, firstSubfield: UInt32(truncatingIfNeeded: first),
            subfieldCount: UInt32(truncatingIfNeeded: count))
    }
}
