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
        byCode[defect.code.name, default: 0] += 1
        bySeverity[defect.severity.name, default: 0] += 1
        byAction[defect.action.name, default: 0] += 1
    }

    /// Adds what another tally has counted.
    public mutating func add(_ other: DefectTally) {
        byCode.merge(other.byCode, uniquingKeysWith: +)
        bySeverity.merge(other.bySeverity, uniquingKeysWith: +)
        byAction.merge(other.byAction, uniquingKeysWith: +)
    }
}
