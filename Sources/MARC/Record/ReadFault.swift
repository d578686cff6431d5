/// One thing that was wrong with a record's form as it was read, whatever the format: a fact for the ingest stage to
/// report. Reading never stops at a fault; it says what it found and what it went on with.
public struct ReadFault: Sendable, Equatable {
    public var kind: Kind
    /// Bytes from the record's first byte.
    public var offset: Int
    /// The tag concerned, where one is known.
    public var tag: Tag?
    /// What stands there: at most 100 bytes.
    public var found: [UInt8]
    /// What was expected, or what was gone on with, as a number or bytes in text; empty where nothing can be named.
    public var expected: String

    public init(_ kind: Kind, offset: Int, tag: Tag? = nil, found: some Sequence<UInt8> = [], expected: String = "") {
        self.kind = kind
        self.offset = offset
        self.tag = tag
        self.found = Array(found.prefix(100))
        self.expected = expected
    }

    /// What can be wrong. Names are shared by the formats; each ends as one defect code of ingest.
    public enum Kind: String, Sendable, CaseIterable {
        /// Leader/00-04 is not a number, or not the bytes up to and including the record terminator.
        case recordLengthWrong
        /// Leader/12-16 is not where the directory ends.
        case baseAddressWrong
        /// Leader/10, 11 or 20-23 are not `22` and `4500`.
        case entryMapWrong
        /// The leader has not 24 bytes, or holds bytes that are not ASCII.
        case leaderDamaged
        /// XML or JSON without a leader.
        case leaderMissing
        /// The directory's length is no multiple of 12, or an entry holds something other than digits.
        case directoryDamaged
        /// An entry points outside the record, or its length is not that of the field; the field was found by terminators.
        case directoryEntryWrong
        /// Two entries share bytes, or bytes belong to no entry.
        case directoryOverlap
        /// A field does not end with 1E hex.
        case fieldTerminatorMissing
        /// The record does not end with 1E 1D hex.
        case recordTerminatorMissing
        /// The input ends before the record does.
        case recordTruncated
        /// A tag is not three letters or digits.
        case tagMalformed
        /// A data field's indicators are not exactly two bytes.
        case indicatorCountWrong
        /// Bytes stand between the indicators and the first subfield delimiter, or no delimiter follows at all.
        case delimiterMissing
        /// A delimiter is followed directly by another delimiter or by the field's end, or a code is missing.
        case subfieldCodeMissing
        /// A control field holds a subfield delimiter.
        case delimiterInControlField
        /// More than 99,999 bytes.
        case recordTooLong
        /// Several records with the same 001, together more than 99,999 bytes, that are one.
        case recordInChunks
        /// A field of more than 9,999 bytes.
        case fieldTooLong
        /// XML: not well formed; what could be saved was kept.
        case xmlNotWellFormed
        /// XML: an element or attribute that MARCXML does not know or that is missing.
        case xmlShapeWrong
        /// XML: a reference to an entity that is not one of the five of XML; left out.
        case xmlEntityRefused
        /// XML: records begin in a comment or a CDATA section, and are not read.
        case xmlRecordHidden
        /// JSON: the text breaks the rules of JSON; what could be saved was kept.
        case jsonNotWellFormed
        /// JSON: a name or a value that MARC-in-JSON does not know or that is of another kind.
        case jsonShapeWrong
        /// MARCMaker, Aleph sequential: a line that is no field; its text was put behind the field before it.
        case lineMalformed
    }
}
