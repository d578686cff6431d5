/// How often each code was reported.
public struct DefectTally: Sendable, Codable, Equatable {
    /// By the code's name.
    public private(set) var byCode: [String: Int] = [:]
    /// By the severity's name.
    public private(set) var bySeverity: [String: Int] = [:]
    /// By the action's name: what holds a submission is known by `submission-held`.
    public private(set) var byAction: [String: Int] = [:]

    public init() {}

    public var total: Int { bySeverity.values.reduce(0, +) }

    public mutating func add(_ defect: Defect) {
        add(code: defect.code.name, severity: defect.severity.name, action: defect.action.name)
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
    }
}
