internal import Update

/// `failed-filter.txt`: a line for each rejected record with the reasons, in the order of the stages.
///
/// ```
/// ocm01234567	bva-full.mrc record 3	ingest.record-truncated: the leader gives 1024 bytes, …
/// ```
struct FailedFilterList: ~Copyable {
    static let name = "failed-filter.txt"

    private var file: OutputFile
    private var current: DefectRow?
    private var reasons: [String] = []
    private var records = 0

    init(folder: String) throws {
        var file = try OutputFile(path: "\(folder)/\(Self.name)")
        try file.write("control number\tplace\treason\n".utf8)
        self.file = file
    }

    /// Takes every defect in the order of the stream; a record's stand together.
    mutating func add(_ row: DefectRow) throws {
        guard row.action == Action.recordRejected.name, row.record != nil else { return }
        if let current, current.record != row.record || current.file != row.file || current.stage != row.stage {
            try close(current)
        }
        current = row
        reasons.append("\(row.code): \(row.message)")
    }

    private mutating func close(_ row: DefectRow) throws {
        let place = "\(row.file ?? "") record \(row.record ?? 0)"
        let columns = [row.control ?? "", place, reasons.joined(separator: "; ")]
        try file.write((columns.map(TabbedText.cell).joined(separator: "\t") + "\n").utf8)
        reasons = []
        records += 1
    }

    mutating func finish() throws -> ReportFile {
        if let current { try close(current) }
        try file.finish()
        return ReportFile(
            name: Self.name, what: "\(Numbers.text(records, "record")) that failed the filter, with the reasons")
    }
}

/// Text for a cell between tabs.
enum TabbedText {
    /// `text` without tabs and line ends.
    static func cell(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
    }
}
