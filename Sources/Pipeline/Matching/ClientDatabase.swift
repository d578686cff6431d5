public import Catalog
internal import Foundation
internal import Install

extension Workspace {
    /// A client's database, with the rules by which its records are matched. The file or schema need not be there yet.
    public func store(of client: ClientPlan) throws -> any CatalogStore {
        let matching = ClusterMatching(rules: client.match) { try MatchRuleSet(text: $0) }
        if PostgreSQLAddress.isAddress(client.database) {
            return PostgreSQLCatalog(try PostgreSQLAddress(client.database, schema: client.name), matching: matching)
        }
        let path = path(client.database)
        try FileManager.default.createDirectory(
            atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
        return try SQLiteCatalog(path: path, matching: matching)
    }
}
