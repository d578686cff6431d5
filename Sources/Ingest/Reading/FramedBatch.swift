internal import MARC
@_spi(Ingest) internal import Update

/// Records as they were cut from the files, not yet looked into, with what was noticed between them.
public struct FramedBatch: Sendable {
    var batch: Batch<Collected>
    /// In the order of the files.
    var notes: [FramingNote] = []
    /// The records, as indexes of the batch, that end where their file ends.
    var lastOfFile: [Int] = []

    init(files: FileTable) { batch = Batch(collectedFrom: files) }

    var isEmpty: Bool { batch.isEmpty && notes.isEmpty }
    var isFull: Bool { batch.count >= BatchLimit.records || batch.byteCount >= BatchLimit.bytes || notes.count >= 1024 }
}

/// Something between the records of a file, or about the file as a whole.
struct FramingNote: Sendable {
    enum Kind: Sendable {
        /// Bytes that carry nothing and are no line ends.
        case strayBytes
        /// Bytes of which no record can be made.
        case unreadable
        /// Nothing but unreadable pieces for so long that the rest of the file is left alone.
        case abandoned
        /// Something between the records that is refused.
        case refused(ReadFault)
        /// OAI-PMH: the header of a deleted record.
        case oaiDelete
        /// OAI-PMH: the header of a record that did not come; its identifier stands in ``first``.
        case oaiRecordMissing
        /// OAI-PMH: the repository's error.
        case oaiError(OAIResponse.Problem)
        /// The file is at its end and had no record; what a repository that was asked for some answered.
        case noRecords(answer: OAIResponse.Problem?)
        /// The file is at its end, the document is not.
        case cut

        var isUnreadable: Bool {
            if case .unreadable = self { return true }
            return false
        }
    }

    var kind: Kind
    /// The index in the batch of the record that follows.
    var place: Int
    /// Its ordinal in the file is 0.
    var origin: RecordOrigin
    /// The bytes that it is about, which may be more than an origin can say.
    var byteCount: Int
    /// The first bytes, at most 60.
    var first: [UInt8]

    mutating func lengthen(by length: Int) {
        byteCount += length
        origin.length = UInt32(clamping: byteCount)
    }
}
