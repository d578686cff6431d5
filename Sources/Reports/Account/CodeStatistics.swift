internal import Update

/// What a submission's defects of one code come to: counts, and the first few as examples.
struct CodeStatistics: Sendable, Equatable {
    let code: String
    let stage: String
    /// The worst severity that was reported.
    private(set) var severity: Severity
    private(set) var defects = 0
    /// Records that have at least one.
    private(set) var records = 0
    /// By the action's name.
    private(set) var actions: [String: Int] = [:]
    /// The first ones, at most ``DefectStatistics/examplesPerCode``.
    private(set) var examples: [DefectRow] = []
    private var lastFile: String?
    private var lastRecord: Int?

    init(first row: DefectRow) {
        code = row.code
        stage = row.stage
        severity = row.severityValue
    }

    /// Counts a defect. A stage reports a record's defects together, so that a record is counted once.
    mutating func add(_ row: DefectRow) {
        defects += 1
        actions[row.action, default: 0] += 1
        severity = max(severity, row.severityValue)
        if let record = row.record, record != lastRecord || row.file != lastFile {
            records += 1
            (lastFile, lastRecord) = (row.file, record)
        }
        if examples.count < DefectStatistics.examplesPerCode { examples.append(row) }
    }

    /// The action taken most often.
    var mainAction: String {
        actions.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
    }

    /// The worst first, then those that touch most records, then by name.
    static func weighsMore(_ left: Self, _ right: Self) -> Bool {
        if left.severity != right.severity { return left.severity > right.severity }
        if left.records != right.records { return left.records > right.records }
        if left.defects != right.defects { return left.defects > right.defects }
        return left.code < right.code
    }
}

/// All defects of a submission, by code. Takes room for codes, not for defects.
struct DefectStatistics: Sendable, Equatable {
    static let examplesPerCode = 5

    private var byCode: [String: CodeStatistics] = [:]

    mutating func add(_ row: DefectRow) {
        byCode[row.code, default: CodeStatistics(first: row)].add(row)
    }

    var total: Int { byCode.values.reduce(0) { $0 + $1.defects } }

    /// The codes of all stages, the weightiest first.
    var codes: [CodeStatistics] { byCode.values.sorted(by: CodeStatistics.weighsMore) }

    /// The codes of one stage, the weightiest first.
    func codes(of stage: StageName) -> [CodeStatistics] { codes.filter { $0.stage == stage.rawValue } }

    /// Defects of that severity.
    func count(_ severity: Severity) -> Int {
        byCode.values.reduce(0) { $0 + ($1.severity == severity ? $1.defects : 0) }
    }

    /// What the library has to look at, the weightiest first: everything but what is merely worth knowing.
    var toRepair: [CodeStatistics] { codes.filter { $0.severity > .info } }
}
