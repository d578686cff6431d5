/// What matching has to know of one record.
public struct MatchFacts: Sendable, Equatable {
    /// The record's keys, ascending, each once.
    public var keys: [MatchKey] = []
    /// Its OCLC numbers, ascending: records with different ones are never joined.
    public var oclc: [Int] = []
    /// The rank of its encoding level, the fullest lowest.
    public var level = 255
    /// Stands for the start of its title in normal form; 0 for a record without. Where records of one cluster have
    /// different ones, the match is doubtful.
    public var title = 0

    public init() {}
}

/// What matching has to know of the records of a batch, in flat arrays.
public struct MatchColumns: Sendable {
    private struct Row: Sendable {
        var keysEnd: Int
        var oclcEnd: Int
        var level: UInt8
        var title: Int
    }

    private var keys: [MatchKey] = []
    private var oclc: [Int] = []
    private var rows: [Row] = []

    public init() {}

    public var count: Int { rows.count }

    /// Adds a key to the record that is ended next.
    @inline(__always)
    public mutating func add(_ key: MatchKey) { keys.append(key) }

    /// Adds an OCLC number to the record that is ended next.
    public mutating func add(oclc number: Int) { oclc.append(number) }

    /// Ends a record: what was added since the last one is its own.
    ///
    /// - Parameter title: as in ``MatchFacts/title``.
    public mutating func end(level: UInt8, title: Int = 0) {
        Self.sort(&keys, from: rows.last?.keysEnd ?? 0)
        Self.sort(&oclc, from: rows.last?.oclcEnd ?? 0)
        rows.append(Row(keysEnd: keys.count, oclcEnd: oclc.count, level: level, title: title))
    }

    /// A record that is not matched.
    public mutating func endEmpty() { end(level: .max) }

    /// What is known of the record at `index`.
    public func facts(_ index: Int) -> MatchFacts {
        var facts = MatchFacts()
        guard rows.indices.contains(index) else { return facts }
        let first = index == 0 ? Row(keysEnd: 0, oclcEnd: 0, level: 0, title: 0) : rows[index - 1]
        facts.keys = Array(keys[first.keysEnd..<rows[index].keysEnd])
        facts.oclc = Array(oclc[first.oclcEnd..<rows[index].oclcEnd])
        facts.level = Int(rows[index].level)
        facts.title = rows[index].title
        return facts
    }

    /// Sorts what `values` holds from `start` on and keeps each value once.
    private static func sort<Value: Comparable>(_ values: inout [Value], from start: Int) {
        guard values.count - start > 1 else { return }
        values[start...].sort()
        var kept = start
        for index in (start + 1)..<values.count where values[index] != values[kept] {
            kept += 1
            values[kept] = values[index]
        }
        values.removeLast(values.count - kept - 1)
    }
}
