internal import Catalog
public import Install

/// One line of a plan: a gate, a record, clusters, the counts, or how it would end; what does not apply is nil.
public struct PlanLine: Sendable, Encodable {
    public let contributor: String
    public var gate: GateVerdict.Measure?
    public var record: VersionDifference?
    public var clusters: ClusterMove?
    public var counts: PlanCounts?
    /// How the submission would end, in the middle of a sentence; the contributor's last line.
    public var outcome: String?

    static func gate(_ contributor: String, _ gate: GateVerdict.Measure) -> PlanLine {
        PlanLine(contributor: contributor, gate: gate)
    }

    static func record(_ contributor: String, _ record: VersionDifference) -> PlanLine {
        PlanLine(contributor: contributor, record: record)
    }

    static func clusters(_ contributor: String, _ clusters: ClusterMove) -> PlanLine {
        PlanLine(contributor: contributor, clusters: clusters)
    }

    static func counts(_ contributor: String, _ rehearsal: Rehearsal) -> PlanLine {
        PlanLine(contributor: contributor, counts: PlanCounts(rehearsal))
    }

    static func ended(_ contributor: String, _ outcome: String) -> PlanLine {
        PlanLine(contributor: contributor, outcome: outcome)
    }

    /// The line for people; a record that would be replaced has one for each field that differs.
    public var lines: [String] {
        if let gate { return ["\(contributor)  gate \(gate.gate) \(gate.isOpen ? "open" : "closed"): \(gate.message)"] }
        if let record { return record.lines }
        if let clusters { return [clusters.text] }
        if let counts { return ["\(contributor)  \(counts.text)"] }
        return ["\(contributor)  \(outcome ?? "")"]
    }
}

/// What an install would do, counted.
public struct PlanCounts: Sendable, Encodable {
    public let added: Int
    public let replaced: Int
    public let unchanged: Int
    public let deleted: Int
    public let deleteNotHeld: Int
    /// Deleted because a full load does not have them.
    public let absent: Int
    public let rowsBefore: Int
    public let rowsAfter: Int
    /// nil where records are not matched.
    public let clustersJoined: Int?
    public let clustersSplit: Int?
    /// True where nothing is deleted for being absent until a person says so.
    public let withholdsAbsence: Bool

    init(_ rehearsal: Rehearsal) {
        let (counts, isMatched) = (rehearsal.transaction.version.counts, rehearsal.transaction.matchRules != nil)
        (added, replaced, unchanged) = (counts.added, counts.replaced, counts.unchanged)
        (deleted, deleteNotHeld, absent) = (counts.deleted, counts.deleteNotHeld, counts.absent)
        (rowsBefore, rowsAfter) = (counts.rowsBefore, counts.rowsAfter)
        clustersJoined = isMatched ? rehearsal.transaction.clusterChanges.joined : nil
        clustersSplit = isMatched ? rehearsal.transaction.clusterChanges.split : nil
        withholdsAbsence = rehearsal.withholdsAbsence
    }

    fileprivate var text: String {
        let numbers = [
            ("added", added), ("replaced", replaced), ("unchanged", unchanged), ("deleted", deleted),
            ("absent", absent), ("delete-not-held", deleteNotHeld), ("clusters joined", clustersJoined ?? 0),
            ("clusters split", clustersSplit ?? 0),
        ].filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
        return "\(rowsBefore) records before, \(rowsAfter) after"
            + (numbers.isEmpty ? "" : "; " + numbers.joined(separator: ", "))
    }
}

extension ClusterMove {
    fileprivate var text: String {
        joins.isEmpty
            ? "clusters: that of \(cluster) would be split into those of \(splits.joined(separator: ", "))"
            : "clusters: those of \(joins.joined(separator: ", ")) would be one, that of \(cluster)"
    }
}
