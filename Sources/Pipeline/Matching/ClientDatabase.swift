public import Catalog
internal import Foundation
internal import Install

extension Workspace {
    /// A client's database, with the rules by which its records are matched. The file need not be there yet.
    public func store(of client: ClientPlan) throws -> SQLiteCatalog {
        let path = path(client.database)
        try FileManager.default.createDirectory(
            atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
        return try SQLiteCatalog(
            path: path, matching: ClusterMatching(rules: client.match) { try MatchRuleSet(text: $0) })
    }
}
