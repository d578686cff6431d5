internal import MARC
internal import Update

/// Opens files one after another: unpacks those that are packed, finds each one's format, and lists what can be read.
struct FileOpening {
    let collector: Collector
    /// The folder to which paths are relative; empty where they stand for themselves.
    let base: String
    var names: CopyNames
    /// Whether reading copies must outlive a crash.
    let isDurable: Bool
    var log: DefectLog
    private(set) var entries: [FileTable.Entry] = []
    /// Whether the archive at hand holds something that was reported and not read.
    var hasSkipped = false

    init(_ collector: Collector, base: String, names: CopyNames, isDurable: Bool, log: DefectLog) {
        self.collector = collector
        self.base = base
        self.names = names
        self.isDurable = isDurable
        self.log = log
    }

    func full(_ path: String) -> String { base.isEmpty ? path : "\(base)/\(path)" }

    /// Opens a file as it was delivered.
    ///
    /// - Parameter path: relative to `base`.
    mutating func open(_ name: String, at path: String) throws {
        let size = try InputFile(path: full(path)).size
        try open(name, at: path, depth: 0, budget: UnpackingBudget(collector.limits, archiveSize: size))
    }

    /// Opens what can only be read once.
    mutating func open(_ name: String, from found: StreamInput.Found) throws {
        switch found {
        case .file(let path): try open(name, at: path)
        case .archive(let stream, let kind):
            let budget = UnpackingBudget(collector.limits, archiveSize: Int.max)
            try unpack(name, from: .stream(stream), kind, depth: 0, budget: budget)
        case .tooLong:
            ArchiveTooLarge.reportUnread(name, limit: StreamInput.longestZip, to: &log)
        }
    }

    /// Opens a file, delivered or unpacked from `depth` archives.
    mutating func open(_ name: String, at path: String, depth: Int, budget: UnpackingBudget) throws {
        let file = try InputFile(path: full(path))
        guard file.size > 0 else { return FileEmpty.report(name, mode: collector.mode, to: &log) }
        var head: [UInt8] = []
        try file.read(at: 0, count: FormatDetection.headLength, into: &head)
        if let kind = head.withUnsafeBufferPointer({ ArchiveKind(head: $0) }) {
            return try unpack(name, from: .file(path: full(path)), kind, depth: depth, budget: budget)
        }
        let encoding = head.withUnsafeBufferPointer { MARCXMLEncoding.detect($0) }
        guard encoding.isUTF8 else { return try transcode(name, at: path, from: encoding) }
        try enter(name, at: path, contradicting: encoding.contradictedDeclaration)
    }

    /// Lists a file that can be read as it is, if its format is known.
    ///
    /// - Parameters:
    ///   - encoding: that of the file as delivered, where `path` is a copy of it in UTF-8.
    ///   - declaration: an encoding that the file declares and its bytes disprove.
    mutating func enter(
        _ name: String, at path: String, encoding: String? = nil, contradicting declaration: String? = nil
    )
        throws
    {
        let file = try InputFile(path: full(path))
        var head: [UInt8] = []
        try file.read(at: 0, count: FormatDetection.headLength, into: &head)
        let isWhole = head.count == file.size
        guard let format = head.withUnsafeBufferPointer({ FormatDetection.format(ofHead: $0, isWhole: isWhole) }) else {
            return FormatUnknown.report(name, head: head, declared: collector.declared, to: &log)
        }
        if let declared = collector.declared, declared != format {
            FormatNotAsDeclared.report(name, found: format, declared: declared, to: &log)
        }
        if let declaration, format == .marcxml {
            XMLDeclarationWrong.report(name, declared: declaration, found: "UTF-8", to: &log)
        }
        let identifiers = try format == .marcxml ? collector.identifiers(of: file) : nil
        entries.append(
            FileTable.Entry(name: name, path: path, format: format, encoding: encoding, identifiers: identifiers))
    }

    func result(folder: String, pinned: [PinnedFile]) -> CollectedFiles {
        CollectedFiles(files: FileTable(entries), folder: folder, pinned: pinned, defects: log.defects)
    }
}
