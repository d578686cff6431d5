public import Catalog
public import Update
internal import Validate

/// Reads every row, the index and all sums of a client's database, and names what was altered behind Holdfast's back.
public enum ClientAudit {
    public static func run(
        _ client: ClientPlan, in workspace: Workspace, progress: (Int) -> Void = { _ in }
    ) throws -> AuditReport {
        var places: [String: FieldPart] = [:]
        for contributor in client.contributors {
            places[contributor.symbol] = workspace.profiles[contributor.profile]?.oclcNumber
        }
        let profiles = AuditProfiles(
            identifiers: finder(oclcNumbers: places), holdings: workspace.holdingsMaps(of: client))
        return try workspace.store(of: client).audit(profiles, progress: progress)
    }

    /// - Parameter oclcNumbers: by contributor the one place of OCLC numbers that its profile names.
    public static func finder(oclcNumbers: [String: FieldPart]) -> IdentifierFinder {
        { record, contributor in RecordIdentifiers.of(record, oclcNumber: oclcNumbers[contributor]) }
    }
}

extension AuditReport {
    /// A line a finding, and what was read.
    public var lines: [String] {
        let read = rows.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        var lines = findings.map { "\($0.table) \($0.row): \($0.message)" }
        if unlisted > 0 { lines.append("and \(unlisted) more") }
        if unsealed > 0 {
            lines.append("\(unsealed) versions were made before versions were sealed; their rows were not judged")
        }
        lines.append("rows read: \(read)")
        lines.append(
            isSound
                ? "everything is as Holdfast left it"
                : "\(findings.count + unlisted) rows are not as Holdfast left them")
        return lines
    }
}
