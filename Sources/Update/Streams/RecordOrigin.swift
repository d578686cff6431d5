/// Where a record came from: 24 bytes without gaps, the same in memory and in a spool.
public struct RecordOrigin: Sendable, Equatable, BitwiseCopyable {
    /// Bytes from the start of the file (of the reading copy, for a packed file).
    public var offset: UInt64
    /// The length of the record in bytes, as received.
    public var length: UInt32
    /// Among the records of its file, from 1; 0 for a piece that is no record.
    public var ordinalInFile: UInt32
    /// Among the records of the submission, from 0.
    public var ordinal: UInt32
    /// The file, as an index of the submission's ``FileTable``.
    public var file: UInt16
    private var unused: UInt16 = 0

    public init(offset: Int, length: Int, ordinalInFile: Int, ordinal: Int, file: Int) {
        self.offset = UInt64(clamping: offset)
        self.length = UInt32(clamping: length)
        self.ordinalInFile = UInt32(clamping: ordinalInFile)
        self.ordinal = UInt32(clamping: ordinal)
        self.file = UInt16(clamping: file)
    }
}
