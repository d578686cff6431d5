public import Pipeline

/// What became of one record of a contributor: from the byte in the file through every repair, verdict, install and
/// inspection of every update, to what stands in the database now.
public struct RecordTrace: Sendable, Encodable {
    /// The record in one of a submission's files.
    public struct Sent: Sendable, Encodable {
        public let file: String
        /// Among the records of its file, from 1.
        public let record: Int
        /// Bytes from the start of the file, of its reading copy where it came packed.
        public let offset: Int
        /// Bytes as received.
        public let length: Int
        public let kind: String
        /// `keep` or `delete`.
        public let intent: String
        public let isRepaired: Bool
        /// What validate said: `passed`, `rejected`, `duplicate` or `out-of-scope`.
        public let verdict: String
        /// In which state it ended.
        public let disposition: String
        /// Stage by stage.
        public let defects: [DefectRow]
    }

    /// One update.
    public struct Step: Sendable, Encodable {
        /// `CLIENT/PERIOD`
        public let run: String
        public let mode: String
        /// How the submission stands; empty where its run is no longer there.
        public let state: String
        public let reason: String
        /// Whether the submission's files are no longer kept, so that it is not known what they had.
        public let isSpent: Bool
        /// Empty where the submission does not have the record.
        public let sent: [Sent]
        /// The gates that are closed, as sentences.
        public let gates: [String]
        /// What people decided, as sentences.
        public let decisions: [String]
        /// The version that the submission became; nil where it was not installed.
        public let version: Int?
        /// What the version did to the record without its being sent: `absent`, `withdrawal` or `purge`.
        public let unsent: [String]
        /// `passed`, or what inspect found; nil where it has not spoken.
        public let inspection: String?
    }

    /// `CONTRIBUTOR/CONTROL-NUMBER`
    public let record: String
    /// In the order of the updates.
    public let steps: [Step]
    /// What stands in the database now.
    public let standing: [RecordStanding]
}
