/// A record as it lies in somebody's memory: reading only, nothing copied.
///
/// Valid only inside the closure that lent it; keep indexes or copies, never the view. Its maker has checked that every
/// entry lies inside the data (``FlatRecord`` for spools, ``Record`` for its own arrays).
///
/// One word, so that views of fields and subfields, which hold the record's, are passed on in registers.
public struct RecordView {
    @usableFromInline let frame: UnsafePointer<RecordFrame>

    @inlinable init(_ frame: UnsafePointer<RecordFrame>) { self.frame = frame }

    @inlinable public var leader: Leader { frame.pointee.leader }
    @usableFromInline var entries: UnsafeBufferPointer<FieldEntry> { @inlinable get { frame.pointee.entries } }
    @usableFromInline var subfieldEntries: UnsafeBufferPointer<SubfieldEntry> {
        @inlinable get { frame.pointee.subfieldEntries }
    }
    @usableFromInline var data: ByteView { @inlinable get { frame.pointee.data } }
    /// The data are the fields as the body of an ISO 2709 record has them, and the entries say where they lie in it.
    var isWhole: Bool { frame.pointee.isWhole }

    /// Every field in the order of the record.
    @inlinable public var fields: Fields { Fields(record: self) }

    /// The format that leader/06 names.
    public var kind: RecordKind { RecordKind(leaderType: leader.type) }

    /// The first field with `tag`.
    @inlinable public func first(_ tag: Tag) -> FieldView? {
        for index in 0..<entries.count where entries[index].tag == tag { return FieldView(record: self, index: index) }
        return nil
    }

    /// The fields with `tag`, in order; nothing is allocated. A literal, as in `fields("650")`, is taken as a pattern.
    @_disfavoredOverload @inlinable public func fields(_ tag: Tag) -> LazyFilterSequence<Fields> {
        fields.lazy.filter { $0.tag == tag }
    }

    /// The fields that `pattern` matches, as in `6XX`, in order.
    @inlinable public func fields(_ pattern: TagPattern) -> LazyFilterSequence<Fields> {
        fields.lazy.filter { pattern.matches($0.tag) }
    }

    /// The value of the first control field with `tag`, as in 001.
    @inlinable public func control(_ tag: Tag) -> ByteView? { first(tag)?.value }

    /// The bytes at `positions` of the first control field with `tag`; nil where the field is absent or shorter.
    ///
    /// - Parameter positions: 0-based character positions, as in `008/35-37`.
    @inlinable public func fixed(_ tag: Tag, _ positions: ClosedRange<Int>) -> ByteView? {
        guard let value = control(tag), positions.lowerBound >= 0, positions.upperBound < value.count else {
            return nil
        }
        return value.slice(positions.lowerBound, positions.count)
    }
}

/// Where the parts of a record lie.
@frozen @usableFromInline struct RecordFrame {
    @usableFromInline let leader: Leader
    @usableFromInline let entries: UnsafeBufferPointer<FieldEntry>
    @usableFromInline let subfieldEntries: UnsafeBufferPointer<SubfieldEntry>
    @usableFromInline let data: ByteView
    @usableFromInline let isWhole: Bool

    @inlinable
    init(
        leader: Leader, entries: UnsafeBufferPointer<FieldEntry>, subfieldEntries: UnsafeBufferPointer<SubfieldEntry>,
        data: ByteView, isWhole: Bool
    ) {
        self.leader = leader
        self.entries = entries
        self.subfieldEntries = subfieldEntries
        self.data = data
        self.isWhole = isWhole
    }

    /// Lends the record.
    @inlinable @inline(__always)
    func withView<Result, Failure: Error>(_ body: (RecordView) throws(Failure) -> Result) throws(Failure) -> Result {
        try withUnsafePointer(to: self) { frame throws(Failure) in try body(RecordView(frame)) }
    }
}

/// The fields of a record, as a collection of views.
public struct Fields: RandomAccessCollection {
    @usableFromInline let record: RecordView
    @inlinable init(record: RecordView) { self.record = record }
    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { record.entries.count }
    @inlinable public subscript(index: Int) -> FieldView { FieldView(record: record, index: index) }
}

/// One field of a ``RecordView``.
public struct FieldView {
    @usableFromInline let record: RecordView
    /// The field's place among the fields of the record, from 0.
    public let index: Int

    @inlinable init(record: RecordView, index: Int) {
        self.record = record
        self.index = index
    }

    @usableFromInline var entry: FieldEntry { @inlinable get { record.entries[index] } }

    @inlinable public var tag: Tag { entry.tag }
    /// 0 where the field as read has none.
    @inlinable public var indicator1: UInt8 { entry.indicator1 }
    /// 0 where the field as read has none.
    @inlinable public var indicator2: UInt8 { entry.indicator2 }

    /// A control field's data. For a data field of a flat record: indicators, delimiters and subfields as they lie.
    @inlinable public var value: ByteView { @inline(__always) get { record.data.part(entry.offset, entry.length) } }

    /// The subfields in order.
    @inlinable public var subfields: Subfields {
        Subfields(record: record, first: Int(entry.firstSubfield), count: Int(entry.subfieldCount))
    }

    /// The value of the first subfield with `code`, as in `subfield("a")`.
    @inlinable @inline(__always) public func subfield(_ code: Unicode.Scalar) -> ByteView? {
        let wanted = UInt8(truncatingIfNeeded: code.value)
        for subfield in subfields where subfield.code == wanted { return subfield.value }
        return nil
    }

    /// The field's occurrence among those with its tag, from 1.
    public var occurrence: Int {
        var count = 1
        for earlier in 0..<index where record.entries[earlier].tag == tag { count += 1 }
        return count
    }
}

/// The subfields of a field, as a collection of views.
public struct Subfields: RandomAccessCollection {
    @usableFromInline let record: RecordView
    @usableFromInline let first: Int
    public let count: Int

    @inlinable init(record: RecordView, first: Int, count: Int) {
        self.record = record
        self.first = first
        self.count = count
    }

    @inlinable public var startIndex: Int { 0 }
    @inlinable public var endIndex: Int { count }
    @inlinable public subscript(index: Int) -> SubfieldView {
        let entry = record.subfieldEntries[first + index]
        return SubfieldView(code: entry.code, value: record.data.part(entry.offset, entry.length))
    }

    /// The code of the subfield at `index`, without a look at its value.
    @inlinable public func code(at index: Int) -> UInt8 { record.subfieldEntries[first + index].code }
}

/// One subfield: its code and its value, without the delimiter.
public struct SubfieldView {
    /// 0 where no delimiter introduced the data.
    public let code: UInt8
    public let value: ByteView

    @inlinable init(code: UInt8, value: ByteView) {
        self.code = code
        self.value = value
    }
}
