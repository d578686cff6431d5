/// A record that can be read and edited: one flat store of bytes, with entries that say where fields and subfields lie.
///
/// Made to be reused: `removeAll()` keeps its memory, so that reading a million records allocates a handful of times.
/// An edited value is appended to the bytes and its entry pointed there; what it replaces stays behind unused until the
/// record is written.
///
/// ```swift
/// record.withView { view in view.first("245")?.subfield("a")?.text }
/// record.setIndicator1(of: 3, to: 0x20)
/// ```
public struct Record: Sendable {
    public var leader = Leader()
    @usableFromInline var entries: [FieldEntry] = []
    @usableFromInline var subfieldEntries: [SubfieldEntry] = []
    @usableFromInline var data: [UInt8] = []
    /// The data are the body of an ISO 2709 record as it was read, without the record's terminator, and nothing has been
    /// changed since but the leader.
    @usableFromInline var isWhole = false

    public init() {}

    /// Makes the record empty, keeping its memory.
    public mutating func removeAll() {
        leader = Leader()
        entries.removeAll(keepingCapacity: true)
        subfieldEntries.removeAll(keepingCapacity: true)
        data.removeAll(keepingCapacity: true)
        isWhole = false
    }

    /// Fields in the record.
    public var fieldCount: Int { entries.count }

    /// Lends the record as a view for reading.
    @inlinable @inline(__always)
    public func withView<Result, Failure: Error>(_ body: (RecordView) throws(Failure) -> Result) throws(Failure)
        -> Result
    {
        try entries.withUnsafeBufferPointer { entries throws(Failure) in
            try subfieldEntries.withUnsafeBufferPointer { subfields throws(Failure) in
                try data.withUnsafeBufferPointer { data throws(Failure) in
                    try RecordFrame(
                        leader: leader, entries: entries, subfieldEntries: subfields, data: data, isWhole: isWhole
                    ).withView(body)
                }
            }
        }
    }
}

extension Record {
    /// Copies what `view` shows, replacing what the record held.
    public mutating func assign(_ view: RecordView) {
        removeAll()
        leader = view.leader
        data.append(contentsOf: view.data)
        entries.append(contentsOf: view.entries)
        subfieldEntries.append(contentsOf: view.subfieldEntries)
    }
}
