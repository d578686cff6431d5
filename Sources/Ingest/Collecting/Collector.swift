internal import Glibc
internal import Transfer
public import Update

/// Makes files readable for ingest: copied with their checksums, unpacked, their format found.
public struct Collector: Sendable {
    /// The format that the profile names; nil where any is taken.
    public var declared: SourceFormat?
    /// What the submission claims to be.
    public var mode: Mode
    /// The SHA-256 of files collected for this contributor in earlier submissions, and what to call each: `2026-W46`.
    public var knownChecksums: [String: String]
    /// What happened when files were fetched, by their SHA-256.
    public var notices: [String: [SourceNotice]] = [:]
    public var limits: ArchiveLimits
    public var policy: DefectPolicy
    /// Patterns of names, each of which a delivered file is expected to bear.
    public var expectedFiles: [String] = []
    /// Where the profile has the number that identifies a record.
    public var controlNumber = ControlNumberPlace()
    /// How OAI-PMH identifiers hold that number; nil where the files themselves are to show it.
    public var identifiers: OAIIdentifierForm?

    public init(
        declared: SourceFormat? = nil, mode: Mode = .changes, knownChecksums: [String: String] = [:],
        limits: ArchiveLimits = ArchiveLimits(), policy: DefectPolicy = DefectPolicy()
    ) {
        self.declared = declared
        self.mode = mode
        self.knownChecksums = knownChecksums
        self.limits = limits
        self.policy = policy
    }

    /// Copies deliveries into `files/` of an attempt's folder, with reading copies of those that came packed, all of it
    /// durable; the deliveries stay where they are.
    ///
    /// - Parameters:
    ///   - strangers: what lies beside the deliveries and is no file; it is reported.
    ///   - folder: the attempt's folder, made already.
    /// - Throws: `FileFailure`, or ``DeliveryChanged`` where a delivery grows while it is copied. What is wrong with the
    ///   files themselves stands in the defects of the result.
    public func collect(
        _ deliveries: [Delivery], strangers: [Delivery] = [], intoAttempt folder: String
    ) throws -> CollectedFiles {
        let files = "\(folder)/\(StageFile.pinned)"
        guard mkdir(files, 0o755) == 0 || errno == EEXIST else { throw FileFailure.last("create", files) }
        var log = DefectLog(files: FileTable([]), policy: policy)
        for stranger in strangers { NotAFile.report(stranger, to: &log) }
        let names = deliveries.map(\.name)
        for pattern in expectedFiles where !names.contains(where: { NamePattern([pattern]).matches($0) }) {
            ExpectedFileMissing.report(pattern, found: names, mode: mode, to: &log)
        }
        let pinned = try deliveries.map { try PinnedCopy.copy($0, toAttempt: folder) }
        let copies = CopyNames(folder: files, prefix: StageFile.pinned, taken: Set(names))
        var opening = FileOpening(self, base: folder, names: copies, isDurable: true, log: log)
        for file in toRead(pinned, log: &opening.log) {
            for notice in notices[file.sha256] ?? [] { notice.report(file.name, mode: mode, to: &opening.log) }
            try opening.open(file.name, at: file.path)
        }
        try Durably.syncFolder(files)
        try Durably.syncFolder(folder)
        return opening.result(folder: folder, pinned: pinned)
    }

    /// Makes files readable where they lie, outside a workspace; `-` is the standard input.
    ///
    /// - Parameter scratch: takes what has to be unpacked or copied; it must outlive the reading.
    public func open(_ paths: [String], scratch: TemporaryFolder) throws -> CollectedFiles {
        let names = CopyNames(folder: scratch.path, prefix: scratch.path, taken: [])
        var opening = FileOpening(
            self, base: "", names: names, isDurable: false, log: DefectLog(files: FileTable([]), policy: policy))
        for (index, path) in paths.enumerated() {
            try opening.open(path, from: StreamInput.open(path, copyingTo: "\(scratch.path)/stream-\(index)"))
        }
        return opening.result(folder: "", pinned: [])
    }

    /// How the identifiers of a harvested file hold control numbers: as the profile says, else as the file shows.
    func identifiers(of file: InputFile) throws(FileFailure) -> OAIIdentifierForm? {
        if let identifiers { return identifiers }
        return try OAIIdentifiers.form(of: file, place: controlNumber)
    }

    /// The files that are not mere repetitions.
    private func toRead(_ pinned: [PinnedFile], log: inout DefectLog) -> [PinnedFile] {
        var first: [String: String] = [:]
        return pinned.filter { file in
            // Empty files are all alike, and say so themselves.
            guard file.size > 0 else { return true }
            if let earlier = first[file.sha256] {
                SameFileTwice.report(file, earlier: earlier, isRead: false, to: &log)
                return false
            }
            first[file.sha256] = file.name
            guard let earlier = knownChecksums[file.sha256] else { return true }
            // A full load without one of its files would delete that file's titles.
            SameFileTwice.report(file, earlier: "a file of \(earlier)", isRead: mode == .full, to: &log)
            return mode == .full
        }
    }
}

/// What collecting left for the stage to read.
public struct CollectedFiles: Sendable {
    /// The files that hold records, in reading order. Empty where nothing is to be read: the defects say why.
    public let files: FileTable
    /// The folder to which the paths of `files` are relative; empty where they stand for themselves.
    public let folder: String
    /// The files as delivered, for `submission.json`.
    public let pinned: [PinnedFile]
    /// What was wrong with the files as a whole. The stage writes them first.
    public let defects: [Defect]
}

extension CollectedFiles {
    /// One checksum of all files as delivered; empty outside a workspace.
    var checksum: String {
        guard !pinned.isEmpty else { return "" }
        let sums = Array(pinned.map { "\($0.sha256)  \($0.name)\n" }.joined().utf8)
        return sums.withUnsafeBytes { Hash128(of: $0) }.hexadecimal
    }
}
