internal import Catalog

/// The versions that stand in a client's database, by their contributors' symbols.
struct InstalledVersions {
    private let symbols: [Int: String]
    private let versions: [CatalogVersion]

    init(_ reading: any CatalogReading) throws {
        symbols = Dictionary(try reading.contributors().map { ($0.id, $0.symbol) }, uniquingKeysWith: { $1 })
        versions = try reading.versions()
    }

    func newestFirst(_ symbol: String, _ period: String) -> [CatalogVersion] {
        versions.reversed().filter { symbols[$0.contributor] == symbol && $0.period == period }
    }

    func newest(_ symbol: String) -> CatalogVersion? { versions.last { symbols[$0.contributor] == symbol } }

    /// What is to be undone: each contributor with its versions of the period, the newest first.
    ///
    /// - Parameter cause: versions of this cause alone; nil for all.
    /// - Throws: `RunRefusal` where there is nothing, or something stands on it.
    func choose(of client: ClientPlan, _ period: String, _ contributors: Set<String>?, _ cause: VersionCause?)
        throws -> [(String, [CatalogVersion])]
    {
        let versions = versions.filter { cause == nil || $0.cause == cause }
        let run = "\(client.name)/\(period)"
        let there = Set(versions.filter { $0.period == period }.compactMap { symbols[$0.contributor] })
        if there.isEmpty {
            let periods = Set(versions.compactMap { symbols[$0.contributor] == nil ? nil : $0.period }).sorted()
            throw RunRefusal(
                "nothing of \(cause == .purge ? "the purge of " : "")\(run) stands in the database, so there is nothing to undo; "
                    + (periods.isEmpty ? "it holds nothing" : "it holds versions of \(periods.joined(separator: ", "))")
            )
        }
        for symbol in (contributors ?? []).sorted() where !there.contains(symbol) {
            throw RunRefusal(
                "nothing that \(symbol) sent for \(run) stands in the database, so there is nothing to undo; what stands is "
                    + "of \(there.sorted().joined(separator: ", "))")
        }
        // A contributor that was withdrawn since is not meant where nobody names it.
        let present = there.filter { symbol in
            newest(symbol).map { $0.cause != .withdrawal || $0.period == period } ?? true
        }
        let chosen = (contributors ?? (present.isEmpty ? there : present)).sorted().map {
            ($0, newestFirst($0, period).filter { cause == nil || $0.cause == cause })
        }
        for (symbol, own) in chosen { try refuseLater(symbol, own, client.name) }
        return chosen
    }

    private func refuseLater(_ symbol: String, _ own: [CatalogVersion], _ client: String) throws {
        guard let oldest = own.last else { return }
        let later = versions.reversed().filter { version in
            version.contributor == oldest.contributor && version.id > oldest.id
                && !own.contains { $0.id == version.id }
        }
        guard let newest = later.first else { return }
        var periods: [String] = []
        for version in later where !periods.contains(version.period) { periods.append(version.period) }
        throw RunRefusal(
            "\(client)/\(oldest.period) of \(symbol) is not its newest version: \(periods.joined(separator: ", ")) "
                + "\(periods.count == 1 ? "stands" : "stand") on it; undo the newest first: holdfast undo "
                + "\(client)/\(newest.period) --contributor \(symbol) --reason TEXT")
    }
}
