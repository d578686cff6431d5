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
        if view.isWhole { return appendWhole(view, to: &output) }
        var counts = Counts(fields: view.entries.count, subfields: 0, data: 0)
        for field in view.fields {
            if !field.tag.isControl { counts.subfields &+= field.subfields.count }
            counts.data &+= field.bodyLength &+ 1
        }
        output.append(addingCapacity: counts.length) { output in
            output.withUnsafeMutableBufferPointer { buffer, written in
                guard let base = buffer.baseAddress else { return }
                write(view, to: base, counts)
                written = counts.length
            }
        }
        return counts.length
    }

    /// The same for a record whose parts lie as they do in flat form: each of them is copied in one go.
    private static func appendWhole(_ view: RecordView, to output: inout [UInt8]) -> Int {
        let counts = Counts(
            fields: view.entries.count, subfields: view.subfieldEntries.count, data: view.data.count)
        output.append(addingCapacity: counts.length) { output in
            output.withUnsafeMutableBufferPointer { buffer, written in
                guard let start = buffer.baseAddress else { return }
                writeHeader(counts, view.leader, to: start)
                var parts = ByteWriter(next: start + headerLength)
                parts.append(UnsafeRawBufferPointer(view.entries).bindMemory(to: UInt8.self))
                parts.append(UnsafeRawBufferPointer(view.subfieldEntries).bindMemory(to: UInt8.self))
                parts.append(view.data)
                while parts.next < start + counts.length { parts.append(0) }
                written = counts.length
            }
        }
        return counts.length
    }

    private static func writeHeader(_ counts: Counts, _ leader: Leader, to start: UnsafeMutablePointer<UInt8>) {
        var header = EntryWriter(next: UnsafeMutableRawPointer(start))
        header.append(UInt32(truncatingIfNeeded: counts.length))
        header.append(UInt32(truncatingIfNeeded: counts.fields))
        header.append(UInt32(truncatingIfNeeded: counts.subfields))
        header.append(UInt32(truncatingIfNeeded: counts.data))
        header.append(leader)
    }

    /// What a flat record holds, and where.
    private struct Counts {
        var fields: Int
        var subfields: Int
        /// Bytes of data.
        var data: Int

        var subfieldStart: Int { headerLength + fields * MemoryLayout<FieldEntry>.stride }
        var dataStart: Int { subfieldStart + subfields * MemoryLayout<SubfieldEntry>.stride }
        var length: Int { (dataStart + data + 7) & ~7 }
    }

    private static func write(_ view: RecordView, to start: UnsafeMutablePointer<UInt8>, _ counts: Counts) {
        writeHeader(counts, view.leader, to: start)
        var fields = EntryWriter(next: UnsafeMutableRawPointer(start + headerLength))
        var subfields = EntryWriter(next: UnsafeMutableRawPointer(start + counts.subfieldStart))
        var (body, dataStart, first) = (ByteWriter(next: start + counts.dataStart), start + counts.dataStart, 0)
        for field in view.fields {
            let fieldStart = body.next
            append(field, to: &body, dataStart, &subfields)
            let isControl = field.tag.isControl
            let count = isControl ? 0 : field.subfields.count
            fields.append(
                FieldEntry(
                    tag: field.tag, indicator1: isControl ? 0 : field.indicator1,
                    indicator2: isControl ? 0 : field.indicator2,
                    offset: UInt32(truncatingIfNeeded: fieldStart - dataStart), length: body.next - fieldStart,
                    firstSubfield: UInt32(truncatingIfNeeded: first), subfieldCount: UInt32(truncatingIfNeeded: count)))
            first &+= count
            body.append(Delimiter.fieldTerminator)
        }
        while body.next < start + counts.length { body.append(0) }
    }

    /// Appends the field without its terminator, and the entries of its subfields.
    @inline(__always) private static func append(
        _ field: FieldView, to body: inout ByteWriter, _ dataStart: UnsafeMutablePointer<UInt8>,
        _ subfields: inout EntryWriter
    ) {
        if let whole = field.body {
            let shift = UInt32(truncatingIfNeeded: body.next - dataStart) &- field.entry.offset
            body.append(whole)
            if field.tag.isControl { return }
            for index in 0..<field.subfields.count {
                var entry = field.record.subfieldEntries[field.subfields.first &+ index]
                entry.offset &+= shift
                subfields.append(entry)
            }
            return
        }
        body.appendIndicators(of: field)
        for subfield in field.subfields {
            let value = body.append(subfield)
            subfields.append(
                SubfieldEntry(
                    code: subfield.code, offset: UInt32(truncatingIfNeeded: value - dataStart),
                    length: subfield.value.count))
        }
    }

    /// Lends the flat record at the start of `bytes`, after checking that every entry lies inside it; nil where one does not.
    ///
    /// - Parameter bytes: aligned to 8 bytes.
    /// - Parameter isTrusted: true where this process made the bytes or their checksum agreed; entries are then not
    ///   checked one by one.
    @inlinable @inline(__always)
    public static func withView<Result>(
        _ bytes: ByteView, isTrusted: Bool, _ body: (RecordView) throws -> Result
    ) rethrows -> Result? {
        guard let frame = frame(bytes) else { return nil }
        return try frame.withView { view in isTrusted || view.entriesLieInside ? try body(view) : nil }
    }

    @usableFromInline static func frame(_ bytes: ByteView) -> RecordFrame? {
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
        return RecordFrame(
            leader: Leader(bytes.slice(16, Leader.length)), entries: entries, subfieldEntries: subfieldEntries,
            data: bytes.slice(dataStart, length), isWhole: true)
    }

    /// The length in bytes of the flat record at the start of `bytes`; nil where there is none.
    public static func length(_ bytes: ByteView) -> Int? {
        guard let base = bytes.baseAddress, bytes.count >= headerLength else { return nil }
        let length = Int(UnsafeRawPointer(base).loadUnaligned(as: UInt32.self))
        return length >= headerLength && length <= bytes.count && length % 8 == 0 ? length : nil
    }
}

/// Writes numbers and entries one after the other into memory whose length was computed beforehand.
private struct EntryWriter {
    var next: UnsafeMutableRawPointer

    @inline(__always) mutating func append<Value: BitwiseCopyable>(_ value: Value) {
        next.storeBytes(of: value, as: Value.self)
        next += MemoryLayout<Value>.stride
    }
}
