internal import Catalog
internal import Foundation
internal import Update

/// The audit at the end of an update, where the pipeline asks for one.
extension UpdateRunner {
    static let auditFile = "audit.json"

    /// Whether there may be something in the client's database.
    func hasDatabase(_ client: ClientPlan) -> Bool {
        PostgreSQLAddress.isAddress(client.database)
            || FileManager.default.fileExists(atPath: environment.workspace.path(client.database))
    }

    /// Audits the client's database and keeps what was found in `runs/CLIENT/PERIOD/audit.json`.
    ///
    /// - Returns: false where something was altered behind Holdfast's back, or the file cannot be read.
    func audit(_ client: ClientPlan, _ period: String) throws -> Bool {
        let workspace = environment.workspace
        guard hasDatabase(client) else { return true }
        let report: AuditReport
        do {
            report = try ClientAudit.run(client, in: workspace)
        } catch let error as CatalogError {
            environment.observer(.notice("the database of \(client.name) could not be audited: \(error)"))
            return false
        }
        let folder = "\(environment.runs(client.name))/\(period)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Durably.replace("\(folder)/\(Self.auditFile)", with: try JSONText.bytes(report))
        if let first = report.findings.first {
            environment.observer(
                .notice(
                    """
                    the audit of \(client.name) found \(report.findings.count + report.unlisted) rows that are not as Holdfast \
                    left them, first \(first.table) \(first.row): \(first.message); holdfast audit \(client.name) names them all
                    """))
        }
        return report.isSound
    }
}
