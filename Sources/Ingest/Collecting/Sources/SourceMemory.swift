public import Transfer

/// What has been fetched for one contributor, so that nothing is fetched twice. Whoever keeps the books keeps it.
public protocol SourceMemory {
    func file(at address: String) throws -> RememberedFile?
    /// All of them, in the order of their addresses.
    func files() throws -> [RememberedFile]
    /// Durable when it returns.
    func remember(_ file: RememberedFile) throws
    func forget(_ address: String) throws
    /// Until when a list of a repository was harvested, as the repository writes dates; nil where it never was.
    func harvested(_ list: String) throws -> String?
    /// Notes a harvest, and until when its lists are harvested with it; both or neither, durable when it returns.
    ///
    /// - Parameters:
    ///   - file: nil where nothing had changed.
    ///   - notices: what the submission that holds the file is to report of the harvest.
    func remember(_ file: RememberedFile?, harvestedUntil dates: [String: String], notices: [SourceNotice]) throws
}

/// A file that was fetched.
public struct RememberedFile: Sendable, Equatable {
    public enum Stage: String, Sendable {
        /// Whole and verified, not yet in the drop folder.
        case whole
        /// Handed over to the drop folder.
        case landed
        /// Done with at the source too.
        case tidied
    }

    public var address: String
    /// The name in the drop folder.
    public var name: String
    /// As the source knew it.
    public var state: RemoteFile.State
    /// Bytes.
    public var size: Int
    /// 64 lower-case hexadecimal digits.
    public var sha256: String
    public var stage: Stage

    public init(address: String, name: String, state: RemoteFile.State, size: Int, sha256: String, stage: Stage) {
        self.address = address
        self.name = name
        self.state = state
        self.size = size
        self.sha256 = sha256
        self.stage = stage
    }
}
