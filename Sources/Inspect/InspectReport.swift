internal import Catalog
internal import FoundationEssentials
public import Update

/// What inspect found: kept with the version, and written as `verdict.json`.
public struct InspectVerdict: Sendable, Equatable, Codable {
    /// Whether the database holds what was validated.
    public var passed = true
    /// What each check looked at, by its name.
    public var checked: [String: Int] = [:]
    /// The defects of the submission at the stages before, by code.
    public var submissionDefects = DefectTally()
    /// New, fixed and persisting defects against the version before.
    public var trend = DefectTrend(before: nil, now: DefectTally())
    /// Inspect's `summary.json`.
    public var summary = StageSummary(stage: .inspect)

    /// The verdict that is kept with a version; nil where the text is none.
    public init?(_ text: String) {
        guard let verdict = try? JSONDecoder().decode(InspectVerdict.self, from: Data(text.utf8)) else { return nil }
        self = verdict
    }

    init() {}

    /// One line of JSON, its keys sorted.
    public var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

/// A verdict with the defects behind it.
public struct InspectReport: Sendable {
    public internal(set) var verdict = InspectVerdict()
    /// At most a thousand of each code; the verdict's summary counts them all.
    public private(set) var defects: [Defect] = []

    private static let listedOfEachCode = 1000

    /// The verdict's text.
    ///
    /// - Throws: `InspectFailure` where it did not pass, so that install commits nothing.
    public func approved() throws(InspectFailure) -> String {
        guard verdict.passed else { throw InspectFailure(report: self) }
        return verdict.text
    }

    /// Writes `defects.jsonl` and `verdict.json` into the folder of the attempt.
    public func write(to context: StageContext) throws {
        var writer = try DefectWriter(
            path: "\(context.folder)/\(StageFile.defects)", client: context.client, contributor: context.contributor)
        try writer.write(defects)
        try writer.finish()
        var file = try OutputFile(path: "\(context.folder)/verdict.json")
        try file.write(Array((verdict.text + "\n").utf8))
        try file.finish()
    }

    mutating func add(_ found: [Defect]) {
        for defect in found {
            verdict.passed = false
            verdict.summary.defects.add(defect)
            if verdict.summary.defects.byCode[defect.code.name] ?? 0 <= Self.listedOfEachCode { defects.append(defect) }
        }
    }
}

/// The database does not hold what was validated: nothing was committed.
public struct InspectFailure: Error, Sendable, CustomStringConvertible {
    public let report: InspectReport

    public var description: String {
        let found = report.verdict.summary.defects.byCode.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
        return """
            inspect found \(found.joined(separator: ", ")) and nothing was installed: \
            \(report.defects.first?.message ?? "see its defects"); run the submission again
            """
    }
}
