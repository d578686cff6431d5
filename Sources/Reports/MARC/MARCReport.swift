internal import MARC
internal import Update

/// The rejected records as they were received, byte for byte: `rejects.mrc`, `rejects.xml`, `rejects.json` …, by the format
/// in which they came. Private fields are not masked, for nothing is altered.
enum MARCReport {
    /// Writes a file for each format, and XML namespace, that has rejected records.
    ///
    /// - Returns: the files written, with the number of records in each.
    static func write(_ records: SubmissionRecords, into folder: String) throws -> [ReportFile] {
        var report = RejectFiles(folder: folder, files: records.files)
        let sources = RecordSources(files: records.files, folder: records.folder)
        try records.forEachRejected { origins in
            for origin in origins {
                var bytes: [UInt8] = []
                try sources.read([origin], into: &bytes)
                try report.add(bytes, of: origin.file)
            }
        }
        return try report.finish()
    }
}

/// The files that rejected records go to, opened when the first record comes.
private struct RejectFiles: ~Copyable {
    let folder: String
    let files: FileTable
    private var decoder: CollectedDecoder
    private var open: [RejectFile] = []

    init(folder: String, files: FileTable) {
        self.folder = folder
        self.files = files
        decoder = CollectedDecoder(files: files)
    }

    mutating func add(_ bytes: [UInt8], of file: UInt16) throws {
        let entry = Int(file) < files.entries.count ? files.entries[Int(file)] : nil
        let kind = RejectFile.Kind(
            format: entry?.sourceFormat ?? .iso2709, namespaces: entry?.namespaces ?? "",
            isWhole: isWhole(bytes, of: file))
        if let index = open.firstIndex(where: { $0.kind == kind }) { return try open[index].add(bytes) }
        let number = open.count { $0.kind.stem == kind.stem && $0.kind.ending == kind.ending } + 1
        let file = try RejectFile(kind: kind, folder: folder, number: number)
        open.append(file)
        try file.add(bytes)
    }

    /// A record that is not well-formed would spoil the document for its neighbours.
    private mutating func isWhole(_ bytes: [UInt8], of file: UInt16) -> Bool {
        guard Int(file) < files.entries.count, files.entries[Int(file)].sourceFormat == .marcxml else { return true }
        var record = Record()
        var faults: [ReadFault] = []
        bytes.withUnsafeBufferPointer { decoder.decode($0, of: file, into: &record, faults: &faults) }
        return !faults.contains { $0.kind == .xmlNotWellFormed || $0.kind == .xmlEntityRefused }
    }

    mutating func finish() throws -> [ReportFile] {
        try open.map { file in
            try file.finish()
            return ReportFile(name: file.name, what: file.what)
        }
    }
}

/// One file of rejected records.
private final class RejectFile {
    struct Kind: Equatable {
        let format: SourceFormat
        let namespaces: String
        let isWhole: Bool

        var stem: String { isWhole ? "rejects" : "rejects-not-well-formed" }
        var ending: String {
            switch format {
            case .iso2709: "mrc"
            case .marcxml: "xml"
            case .marcjson: "json"
            case .mrk: "mrk"
            case .alephSequential: "seq"
            case .deleteList: "txt"
            }
        }
    }

    let kind: Kind
    let name: String
    private var output: OutputFile
    private var records = 0

    init(kind: Kind, folder: String, number: Int) throws {
        self.kind = kind
        name = "\(kind.stem)\(number > 1 ? "-\(number)" : "").\(kind.ending)"
        output = try OutputFile(path: "\(folder)/\(name)")
        if isDocument {
            try output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(element)\(declarations)>\n".utf8)
        }
    }

    private var isDocument: Bool { kind.format == .marcxml && kind.isWhole }

    /// `collection`, in the namespace of its records where the root gave that a prefix.
    private var element: String {
        let parts = kind.namespaces.split(whereSeparator: \.isWhitespace)
        let marc = parts.first { $0.hasPrefix("xmlns:") && $0.contains("://www.loc.gov/MARC21/slim") }
        let prefix = marc?.dropFirst("xmlns:".count).prefix { $0 != "=" } ?? ""
        return prefix.isEmpty ? "collection" : "\(prefix):collection"
    }

    private var declarations: String {
        let text = kind.namespaces.drop { $0.isWhitespace }
        return text.isEmpty ? "" : " \(text)"
    }

    func add(_ bytes: [UInt8]) throws {
        records += 1
        try output.write(bytes)
        if kind.format == .marcxml { try output.write([0x0A]) }
    }

    func finish() throws {
        if isDocument { try output.write("</\(element)>\n".utf8) }
        try output.finish()
    }

    var what: String {
        "\(Numbers.text(records, "rejected record")) exactly as received"
            + (kind.isWhole ? "" : "; not well-formed, one after another")
    }
}
