internal import MARC

/// Gathers the rows of the review list, which come by kind, evidence and record, into doubts.
struct DoubtGathering {
    /// The rows, for a query.
    static let query = "select kind, evidence, record from review order by kind, evidence, record"

    private var doubt: ClusterDoubt?

    /// Takes a row, and lends the doubt that it ends.
    ///
    /// - Parameter rows: asked for some of those who bear what too many do.
    mutating func take(_ row: some QueryRow, _ rows: some ClusterRows, _ body: (ClusterDoubt) throws -> Void) throws {
        guard let kind = ClusterDoubt.Kind(rawValue: row.text(0) ?? "") else { return }
        let evidence = row.text(1) ?? ""
        if let known = doubt, known.kind != kind || known.evidence != evidence {
            try body(known)
            doubt = nil
        }
        var next = doubt ?? ClusterDoubt(kind: kind, evidence: evidence, records: [])
        if row.int(2) != 0 { next.records.append(row.int(2)) }
        if kind.isCommon { next.records = try Self.bearers(kind, evidence, rows) }
        doubt = next
    }

    /// Lends the last doubt.
    func finish(_ body: (ClusterDoubt) throws -> Void) throws { if let doubt { try body(doubt) } }

    private static func bearers(
        _ common: ClusterDoubt.Kind, _ evidence: String, _ rows: some ClusterRows
    ) throws -> [Int] {
        let most = ClusterDoubt.examples
        if common == .keyCommon {
            return try MatchKey(text: evidence).map { try rows.bearers(of: $0, most: most) } ?? []
        }
        let parts = evidence.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return [] }
        return try rows.bearers(ofNumber: parts[0], parts[1], most: most).map(\.record)
    }
}

extension ClusterRows {
    /// What matching knows of the record; nil for one that is not matched.
    func facts(of record: Int) throws -> MatchFacts? {
        guard let row = try row(record) else { return nil }
        var facts = MatchFacts()
        facts.keys = try keys(of: record)
        facts.oclc = row.oclc
        facts.level = row.level
        facts.title = row.title
        return facts
    }
}
