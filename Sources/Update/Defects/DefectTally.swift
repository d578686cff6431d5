/// How often each code was reported, and on how many records.
public struct DefectTally: Sendable, Codable, Equatable {
    /// By the code's name.
    public private(set) var byCode: [String: Int] = [:]
    /// By the severity's name.
    public private(set) var bySeverity: [String: Int] = [:]
    /// By the action's name: what holds a submission is known by `submission-held`.
    public private(set) var byAction: [String: Int] = [:]
    /// Records that a code touches, by the code's name; codes about files and submissions touch none.
    public private(set) var recordsByCode: [String: Int] = [:]
    /// The last record that each code was counted for. The defects of a record come together.
    private var lastRecord: [String: UInt32] = [:]

    private enum CodingKeys: CodingKey { case byCode, bySeverity, byAction, recordsByCode }

    public init() {}

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        byCode = try values.decode([String: Int].self, forKey: .byCode)
        bySeverity = try values.decode([String: Int].self, forKey: .bySeverity)
        byAction = try values.decode([String: Int].self, forKey: .byAction)
        // Summaries of earlier programs have none.
        recordsByCode = try values.decodeIfPresent([String: Int].self, forKey: .recordsByCode) ?? [:]
    }

    public var total: Int { bySeverity.values.reduce(0, +) }

    public mutating func add(_ defect: Defect) {
        let code = defect.code.name
        add(code: code, severity: defect.severity.name, action: defect.action.name)
        // A piece that is no record has no ordinal in its file.
        guard let origin = defect.origin, origin.ordinalInFile > 0, lastRecord[code] != origin.ordinal else { return }
        lastRecord[code] = origin.ordinal
        recordsByCode[code, default: 0] += 1
    }

    /// Adds a defect by its names.
    public mutating func add(code: String, severity: String, action: String) {
        byCode[code, default: 0] += 1
        bySeverity[severity, default: 0] += 1
        byAction[action, default: 0] += 1
    }

    /// Adds what another tally has counted.
    public mutating func add(_ other: DefectTally) {
        byCode.merge(other.byCode, uniquingKeysWith: +)
        bySeverity.merge(other.bySeverity, uniquingKeysWith: +)
        byAction.merge(other.byAction, uniquingKeysWith: +)
        recordsByCode.merge(other.recordsByCode, uniquingKeysWith: +)
    }

    public static func == (left: DefectTally, right: DefectTally) -> Bool {
        left.byCode == right.byCode && left.bySeverity == right.bySeverity && left.byAction == right.byAction
            && left.recordsByCode == right.recordsByCode
    }
}
