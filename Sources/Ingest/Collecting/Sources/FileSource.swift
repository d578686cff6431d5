public import Transfer

/// A folder or a file on a server that a contributor's deliveries are fetched from.
public struct FileSource: Sendable, Equatable {
    /// What becomes of a file at the source when the submission that holds it is safe on disk.
    public enum Afterwards: Sendable, Equatable {
        case keep
        case delete
        /// Into another folder of the same server.
        case move(to: String)
    }

    public var address: Address
    /// Which files of the folder are meant.
    public var pattern: NamePattern
    public var connection: Connection
    /// The kind of checksum that lies in a file beside each file.
    public var checksum: Digest.Algorithm?
    public var afterwards: Afterwards
    public var retries: RetryPlan

    public init(
        _ address: Address, pattern: NamePattern = NamePattern(["*"]), connection: Connection = Connection(),
        checksum: Digest.Algorithm? = nil, afterwards: Afterwards = .keep, retries: RetryPlan = RetryPlan()
    ) {
        self.address = address
        self.pattern = pattern
        self.connection = connection
        self.checksum = checksum
        self.afterwards = afterwards
        self.retries = retries
    }
}
