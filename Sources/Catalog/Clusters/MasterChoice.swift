/// What decides which record of a cluster patrons see: the fullest encoding level, then the client's order of
/// contributors, then symbol and control number.
struct MasterClaim: Sendable, Comparable {
    /// Of the encoding level: the lower, the fuller.
    var level: Int
    /// Of the contributor, by priority and symbol.
    var contributor: Int
    var controlNumber: String

    static func < (left: MasterClaim, right: MasterClaim) -> Bool {
        if left.level != right.level { return left.level < right.level }
        if left.contributor != right.contributor { return left.contributor < right.contributor }
        return left.controlNumber.utf8.lexicographicallyPrecedes(right.controlNumber.utf8)
    }
}

/// Contributors in the order in which they are chosen, and in that of their symbols.
struct ContributorOrder: Sendable {
    private var ranks: [Int: Int] = [:]
    private var symbolRanks: [Int: Int] = [:]

    /// - Parameters:
    ///   - symbols: the contributors' symbols by the database's numbers.
    ///   - priority: symbols, those first that are preferred; all others follow by symbol.
    init(_ symbols: [Int: String], priority: [String]) {
        let bySymbol = symbols.sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }.map(\.key)
        for (rank, contributor) in bySymbol.enumerated() { symbolRanks[contributor] = rank }
        let preferred = priority.compactMap { symbol in symbols.first { $0.value == symbol }?.key }
        for (rank, contributor) in (preferred + bySymbol.filter { !preferred.contains($0) }).enumerated() {
            if ranks[contributor] == nil { ranks[contributor] = rank }
        }
    }

    /// The contributor's place where a master is chosen.
    func rank(_ contributor: Int) -> Int { ranks[contributor] ?? .max }

    /// The contributor's place by symbol alone.
    func symbolRank(_ contributor: Int) -> Int { symbolRanks[contributor] ?? .max }
}
