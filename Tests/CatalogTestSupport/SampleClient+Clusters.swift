internal import Catalog
internal import MARC
public import Install
internal import Update

extension SampleClient {
    /// Each cluster a line: its master, then the others, as CONTRIBUTOR/CONTROL-NUMBER.
    public func clusters() throws -> [String] {
        let pairs = try rows(
            """
            select mc.symbol || '/' || m.control_number, c.symbol || '/' || r.control_number
            from cluster k join record r on r.id = k.record join contributor c on c.id = r.contributor
                join record m on m.id = k.master join contributor mc on mc.id = m.contributor order by 1, 2
            """
        ).map { $0.split(separator: "\t").map(String.init) }
        let records = try rows("select count(*) from record where kind = 'bibliographic'")
        guard records == ["\(pairs.count)"] else { return ["\(pairs.count) rows of \(records)"] }
        return Dictionary(grouping: pairs, by: { $0[0] }).map { master, members in
            ([master] + members.map { $0[1] }.filter { $0 != master }).joined(separator: " ")
        }.sorted()
    }

    /// The review list, a doubt a line: kind, evidence, and the records as CONTRIBUTOR/CONTROL-NUMBER.
    public func doubts() throws -> [String] {
        let names = kind == .sqlite ? "group_concat(name, ' ')" : "string_agg(name, ' ' order by name)"
        return try rows(
            """
            select v.kind || ' ' || v.evidence, \(names) from (
                select w.kind, w.evidence, coalesce(c.symbol || '/' || r.control_number, '-') as name
                from review w left join record r on r.id = w.record left join contributor c on c.id = r.contributor
                order by 1, 2, 3) v
            group by 1 order by 1
            """)
    }
}

/// Clusters worked out in the plainest way, from the records alone: every pair is compared, by the rules of the design.
public enum PlainClusters {
    /// A record with its contributor's symbol.
    public typealias Held = (contributor: String, sample: SampleRecord)

    /// As ``SampleClient/clusters()`` gives them.
    public static func lines(_ records: [Held], _ rules: MatchRuleSet) -> [String] {
        let records = records.sorted { ($0.contributor, $0.sample.control) < ($1.contributor, $1.sample.control) }
        let facts = records.map { Self.facts($0.sample, rules) }
        var bearers: [MatchKey: [Int]] = [:]
        for (index, fact) in facts.enumerated() { for key in fact.keys { bearers[key, default: []].append(index) } }
        let keys = bearers.filter { $0.value.count <= rules.limit }.keys.sorted()
        let first = facts.map { fact in fact.keys.filter(keys.contains).map(\.point).min() ?? .max }
        var groups = records.indices.map { $0 }
        for key in keys {
            let bearers = bearers[key] ?? []
            for later in bearers {
                for earlier in bearers where earlier < later {
                    guard first[earlier] == key.point || first[later] == key.point else { continue }
                    join(earlier, later, facts, &groups)
                }
            }
        }
        return Set(groups).map { group in
            let members = records.indices.filter { groups[$0] == group }
            let master = members.min { rank($0, records, facts, rules) < rank($1, records, facts, rules) }
            let names = members.filter { $0 != master }.map { name(records[$0]) }
            return ([name(records[master ?? 0])] + names).joined(separator: " ")
        }.sorted()
    }

    private static func join(_ left: Int, _ right: Int, _ facts: [MatchFacts], _ groups: inout [Int]) {
        let (mine, theirs) = (groups[left], groups[right])
        func numbers(_ group: Int) -> Set<Int> {
            Set(groups.indices.filter { groups[$0] == group }.flatMap { facts[$0].oclc })
        }
        let (ours, others) = (numbers(mine), numbers(theirs))
        guard mine != theirs, ours.isEmpty || others.isEmpty || !ours.isDisjoint(with: others) else { return }
        groups = groups.map { $0 == theirs ? mine : $0 }
    }

    private static func rank(
        _ index: Int, _ records: [Held], _ facts: [MatchFacts], _ rules: MatchRuleSet
    ) -> (Int, Int, String, String) {
        let held = records[index]
        return (
            facts[index].level, rules.priority.firstIndex(of: held.contributor) ?? .max, held.contributor,
            held.sample.control
        )
    }

    private static func name(_ held: Held) -> String { "\(held.contributor)/\(held.sample.control)" }

    private static func facts(_ sample: SampleRecord, _ rules: MatchRuleSet) -> MatchFacts {
        var columns = MatchColumns()
        sample.record.withView { rules.makeWriter().append($0, to: &columns) }
        return columns.facts(0)
    }
}
