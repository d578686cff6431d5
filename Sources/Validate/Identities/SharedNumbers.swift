internal import MARC
internal import Update

/// Finds numbers that stand in several records of a submission although they ought to be one title's: from validate's spool,
/// when it is whole and duplicates are set aside.
///
/// Numbers are told apart by 64-bit hashes in a table; a submission with more of them than the table holds is gone through
/// several times, each time for another part of the hashes. The table takes 15 bytes a record, at least 16 MB and at most
/// 63 MB where records have three numbers as a rule.
struct SharedNumbers {
    /// Two records with one number, one after the other.
    struct Pair {
        let key: RecordKey
        let number: String
        let earlier: UInt32
        let later: UInt32
    }

    /// The first pairs of each kind of number, by their later records.
    private(set) var pairs: [Pair] = []
    /// Records that share a number with an earlier one, by the kind of number.
    private(set) var counts: [RecordKey: Int] = [:]

    /// Numbers that a table holds: no more than there are records, but for small submissions, which one pass does.
    private static func limit(_ records: Int) -> Int { min(4_194_304, max(1_048_576, records)) }
    /// Pairs of one kind that are listed one by one.
    private static let listed = 1000

    /// - Parameter limit: smaller in tests.
    /// - Throws: `FileFailure` or `SpoolFailure`.
    init(in verdicts: SpoolReader, limit: Int? = nil) throws {
        let numbers = verdicts.recordCount * 3
        let limit = limit ?? Self.limit(verdicts.recordCount)
        let passes = max(1, (numbers + limit - 1) / limit)
        for pass in 0..<passes {
            var table = SubmissionIdentities(expecting: numbers / passes)
            for block in 0..<verdicts.blockCount {
                let batch = try verdicts.verdicts(block: block)
                for index in 0..<batch.count where Self.isConcerned(batch.marks[index]) {
                    let ordinal = batch.origins[index].ordinal
                    batch.forEachKey(of: index) { key, value in
                        guard let entry = SubmissionIdentities.Entry(key, value, ordinal: ordinal),
                            passes == 1 || entry.hash % UInt64(passes) == UInt64(pass),
                            let earlier = table.enter(entry), earlier != ordinal
                        else { return }
                        note(key, value, earlier, ordinal)
                    }
                }
            }
        }
        pairs.sort { ($0.later, $0.key.rawValue, $0.number) < ($1.later, $1.key.rawValue, $1.number) }
    }

    private static func isConcerned(_ mark: Validated.Mark) -> Bool {
        mark.disposition == .passed && mark.intent == .keep && mark.kind == .bibliographic
    }

    private mutating func note(_ key: RecordKey, _ value: ByteView, _ earlier: UInt32, _ later: UInt32) {
        let count = counts[key, default: 0] + 1
        counts[key] = count
        if count <= Self.listed { pairs.append(Pair(key: key, number: value.text, earlier: earlier, later: later)) }
    }

    /// For `summary.json`: `shared-isbn`, `shared-oclc`.
    var byName: [String: Int] {
        Dictionary(uniqueKeysWithValues: counts.map { ("shared-\($0.key.name)", $0.value) })
    }
}
