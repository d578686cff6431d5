/// What a stage is told about its run: for whom, where to write, how wide.
public struct StageContext: Sendable {
    /// nil outside a workspace.
    public var client: String?
    /// nil outside a workspace.
    public var contributor: String?
    /// The folder of the attempt, made already, into which the stage writes its spool and `defects.jsonl`.
    public var folder: String
    /// Threads that work on batches; what comes out does not depend on it.
    public var threads: Int
    /// What the profile says otherwise about defect codes.
    public var policy: DefectPolicy
    /// Whether what the stage writes must outlive a crash: false outside a workspace.
    public var isDurable: Bool
    /// Called from the caller's thread with the records done so far, at most once a batch.
    public var progress: @Sendable (_ records: Int) -> Void

    public init(
        client: String? = nil, contributor: String? = nil, folder: String, threads: Int = 1,
        policy: DefectPolicy = DefectPolicy(), isDurable: Bool = true,
        progress: @escaping @Sendable (_ records: Int) -> Void = { _ in }
    ) {
        self.client = client
        self.contributor = contributor
        self.folder = folder
        self.threads = threads
        self.policy = policy
        self.isDurable = isDurable
        self.progress = progress
    }
}

/// The names of the files in an attempt's folder.
public enum StageFile {
    public static let places = "places.spool"
    public static let records = "records.spool"
    public static let verdicts = "verdicts.spool"
    public static let defects = "defects.jsonl"
    public static let summary = "summary.json"
    /// What the submission looks like as a whole, as ``FieldProfile`` writes it.
    public static let fields = "fields.tsv"
    /// The pinned files, and reading copies of those that came packed.
    public static let pinned = "files"
}
