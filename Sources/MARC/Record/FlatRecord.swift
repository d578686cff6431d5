/// The one flat form of a record, the same in a batch and in a spool, so that nothing is parsed again.
///
/// | bytes | what |
/// |---|---|
/// | 0–3 | length of the whole, a multiple of 8 |
/// | 4–7, 8–11 | number of fields, of subfields |
/// | 12–15 | length of the data |
/// | 16–39 | the leader |
/// | then | a ``FieldEntry`` of 20 bytes a field, a ``SubfieldEntry`` of 8 bytes a subfield |
/// | then | the data: the body of an ISO 2709 record, each field with its terminator; zero bytes up to the length |
///
/// Numbers are little-endian. The lengths are of 32 bits because ISO 2709's stop at 99,999 bytes.
public enum FlatRecord {
    static let headerLength = 40

    /// Appends `view` in flat form; the start is aligned to 8 bytes where `output`'s length was.
    ///
    /// - Returns: the number of bytes appended.
    @discardableResult
    public static func append(_ view: RecordView, to output: inout [UInt8]) -> Int {
        let fieldCount = view.entries.count
        var subfieldCount = 0
        var dataLength = 0
        for entry in view.entries {
            subfieldCount += Int(entry.subfieldCount)
            dataLength += entry.tag.isControl ? entry.length + 1 : 3
        }
        for field in view.fields where !field.tag.isControl {
            for subfield in field.subfields { dataLength += subfield.value.count + (subfield.code == 0 ? 0 : 2) }
        }
        let unpadded = headerLength + fieldCount * 20 + subfieldCount * 8 + dataLength
        let length = (unpadded + 7) & ~7
        let start = output.count
        output.append(contentsOf: repeatElement(0, count: length))
        output.withUnsafeMutableBytes { buffer in
            write(
                view, into: UnsafeMutableRawBufferPointer(rebasing: buffer[start..<(start + length)]),
                counts: (fieldCount, subfieldCount, dataLength))
        }
        return length
    }

    private static func write(
        _ view: RecordView, into target: UnsafeMutableRawBufferPointer, counts: (fields: Int, subfields: Int, data: Int)
    ) {
        store(target.count, at: 0, in: target)
        store(counts.fields, at: 4, in: target)
        store(counts.subfields, at: 8, in: target)
        store(counts.data, at: 12, in: target)
        for index in 0..<Leader.length { target[16 + index] = view.leader[index] }
        let subfieldStart = headerLength + counts.fields * 20
        let dataStart = subfieldStart + counts.subfields * 8
        var body = BodyWriter(target: target, position: dataStart, start: dataStart)
        var nextSubfield = 0
        for field in view.fields {
            let offset = body.position - dataStart
            let first = nextSubfield
            if field.tag.isControl {
                body.append(field.value)
            } else {
                body.append(field.indicator1 == 0 ? 0x20 : field.indicator1)
                body.append(field.indicator2 == 0 ? 0x20 : field.indicator2)
                for subfield in field.subfields {
                    if subfield.code != 0 {
                        body.append(Delimiter.subfield)
                        body.append(subfield.code)
                    }
                    let entry = SubfieldEntry(
                        code: subfield.code, offset: UInt32(truncatingIfNeeded: body.position - dataStart),
                        length: subfield.value.count)
                    target.storeBytes(of: entry, toByteOffset: subfieldStart + nextSubfield * 8, as: SubfieldEntry.self)
                    nextSubfield += 1
                    body.append(subfield.value)
                }
            }
            let entry = FieldEntry(
                tag: field.tag, indicator1: field.indicator1, indicator2: field.indicator2,
                offset: UInt32(truncatingIfNeeded: offset), length: body.position - dataStart - offset,
                firstSubfield: UInt32(truncatingIfNeeded: first),
                subfieldCount: UInt32(truncatingIfNeeded: nextSubfield - first))
            target.storeBytes(of: entry, toByteOffset: headerLength + field.index * 20, as: FieldEntry.self)
            body.append(Delimiter.fieldTerminator)
        }
    }

    private static func store(_ value: Int, at offset: Int, in target: UnsafeMutableRawBufferPointer) {
        target.storeBytes(of: UInt32(truncatingIfNeeded: value), toByteOffset: offset, as: UInt32.self)
    }

    /// The flat record at the start of `bytes`, after checking that every entry lies inside it; nil where one does not.
    ///
    /// - Parameter bytes: aligned to 8 bytes.
    /// - Parameter isTrusted: true where this process made the bytes or their checksum agreed; entries are then not
    ///   checked one by one.
    public static func view(_ bytes: ByteView, isTrusted: Bool) -> RecordView? {
        guard let base = bytes.baseAddress, bytes.count >= headerLength else { return nil }
        let raw = UnsafeRawPointer(base)
        func number(_ offset: Int) -> Int { Int(raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
        let (fields, subfields, length) = (number(4), number(8), number(12))
        let subfieldStart = headerLength + fields * 20
        let dataStart = subfieldStart + subfields * 8
        guard number(0) <= bytes.count, dataStart + length <= number(0), UInt(bitPattern: base) & 3 == 0 else {
            return nil
        }
        let entries = UnsafeBufferPointer(
            start: (raw + headerLength).assumingMemoryBound(to: FieldEntry.self), count: fields)
        let subfieldEntries = UnsafeBufferPointer(
            start: (raw + subfieldStart).assumingMemoryBound(to: SubfieldEntry.self), count: subfields)
        let view = RecordView(
            leader: Leader(bytes.slice(16, Leader.length)), entries: entries, subfieldEntries: subfieldEntries,
            data: bytes.slice(dataStart, length))
        return isTrusted || view.entriesLieInside ? view : nil
    }

    /// The length in bytes of the flat record at the start of `bytes`; nil where there is none.
    public static func length(_ bytes: ByteView) -> Int? {
        guard let base = bytes.baseAddress, bytes.count >= headerLength else { return nil }
        let length = Int(UnsafeRawPointer(base).loadUnaligned(as: UInt32.self))
        return length >= headerLength && length <= bytes.count && length % 8 == 0 ? length : nil
    }
}

/// Writes a record's body into memory whose length was computed beforehand.
private struct BodyWriter {
    let target: UnsafeMutableRawBufferPointer
    var position: Int
    let start: Int

    mutating func append(_ byte: UInt8) {
        target[position] = byte
        position += 1
    }

    mutating func append(_ bytes: ByteView) {
        guard bytes.count > 0 else { return }
        UnsafeMutableRawBufferPointer(rebasing: target[position..<(position + bytes.count)])
            .copyMemory(from: UnsafeRawBufferPointer(bytes))
        position += bytes.count
    }
}
