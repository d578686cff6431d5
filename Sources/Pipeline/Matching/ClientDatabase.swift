public import Catalog
internal import Foundation
internal import Install
internal import Update

extension Workspace {
    /// A client's database, with the rules by which its records are matched. The file or schema need not be there yet.
    public func store(of client: ClientPlan) throws -> any CatalogStore {
        let matching = ClusterMatching(rules: client.match) { try MatchRuleSet(text: $0) }
        if PostgreSQLAddress.isAddress(client.database) {
            return PostgreSQLCatalog(
                try PostgreSQLAddress(client.database, schema: client.name), matching: matching,
                holdings: holdingsMaps(of: client))
        }
        let path = path(client.database)
        try FileManager.default.createDirectory(
            atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true)
        return try SQLiteCatalog(path: path, matching: matching, holdings: holdingsMaps(of: client))
    }

    /// Where holdings stand as profiles have it, by the contributor's symbol; one that is not named has them where the
    /// standard does.
    func holdingsMaps(of client: ClientPlan) -> [String: HoldingsMap] {
        var maps: [String: HoldingsMap] = [:]
        for contributor in client.contributors {
            maps[contributor.symbol] = profiles[contributor.profile]?.holdingsMap
        }
        return maps
    }
}
