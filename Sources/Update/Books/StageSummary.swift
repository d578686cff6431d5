/// What a stage did, as `summary.json` says it. No times: they stand in the ledger alone, so that summaries compare byte
/// for byte.
public struct StageSummary: Sendable, Codable, Equatable {
    public var stage: StageName
    /// Records that came in.
    public var recordsIn = 0
    /// Records by the name of their disposition; their sum is `recordsIn`.
    public var dispositions: [String: Int] = [:]
    /// Pieces of which no record could be made; they stay in the pinned file.
    public var unreadable = 0
    /// Records that a scrub rule repaired.
    public var repaired = 0
    /// Changes that are no defects, by their name: `marc8-converted`, `composed-to-nfc`.
    public var counts: [String: Int] = [:]
    public var defects = DefectTally()
    /// Validate: records to be kept by the name of their level.
    public var levels: [String: Int]?
    /// The checksum of the input that the stage read.
    public var input = ""
    /// The checksum of what it left.
    public var output = ""

    public init(stage: StageName) { self.stage = stage }

    /// Counts one record.
    public mutating func count(_ disposition: Disposition) {
        recordsIn += 1
        dispositions[disposition.name, default: 0] += 1
    }

    /// - Throws: where the dispositions do not add up to the records that came in.
    public func checkBalance() throws(BooksFailure) {
        let sum = dispositions.values.reduce(0, +)
        guard sum == recordsIn else { throw BooksFailure(stage: stage, recordsIn: recordsIn, sum: sum) }
    }
}

/// Books that do not balance: a fault of the program, which fails the stage.
public struct BooksFailure: Error, Sendable, Equatable, CustomStringConvertible {
    public let stage: StageName
    public let recordsIn: Int
    public let sum: Int

    public init(stage: StageName, recordsIn: Int, sum: Int) {
        self.stage = stage
        self.recordsIn = recordsIn
        self.sum = sum
    }

    public var description: String {
        "the books of \(stage.rawValue) do not balance: \(recordsIn) records came in, the dispositions add up to \(sum)"
    }
}
