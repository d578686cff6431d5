internal import Update

/// The books of one run: dispositions, and the records that later ones replace.
struct ValidateBooks {
    /// The ordinals of two records with one identity, one after the other.
    struct Pair: Sendable {
        let earlier: UInt32
        let later: UInt32
    }

    var summary = StageSummary(stage: .validate)
    private(set) var pairs: [Pair] = []
    /// The ordinals of the holdings that are numbered by their content, ascending.
    private(set) var numberedByContent: [UInt32] = []
    private var holdings = RepeatedHoldings()
    private(set) var identities: SubmissionIdentities
    private var dispositions = InlineArray<16, Int>(repeating: 0)
    private var withoutStandardNumber = 0
    private var fields = FieldTotals()

    init(expecting records: Int) { identities = SubmissionIdentities(expecting: records) }

    /// Enters a block; blocks come in the order of the stream.
    mutating func enter(_ block: borrowing JudgedBlock) {
        for index in dispositions.indices {
            dispositions[index] += block.dispositions[index]
            summary.recordsIn += block.dispositions[index]
        }
        withoutStandardNumber += block.withoutStandardNumber
        summary.repaired += block.repaired
        fields.add(block)
        for entry in block.identities {
            guard let earlier = identities.enter(entry) else { continue }
            let pair = Pair(earlier: earlier, later: entry.ordinal)
            if entry.mayRepeat { holdings.note(pair, number: entry.hash) } else { pairs.append(pair) }
        }
    }

    /// Looks at the holdings that have a number in common, when all blocks are entered.
    mutating func settleHoldings(_ glimpses: inout SpoolGlimpses) throws {
        let settled = try holdings.settle(&glimpses)
        pairs += settled.pairs
        numberedByContent = settled.byContent
    }

    /// What the submission looks like as a whole.
    var profile: FieldProfile { fields.profile(records: summary.recordsIn) }

    /// Counts the records set aside as duplicates instead of passed.
    ///
    /// - Returns: their ordinals, ascending.
    mutating func close() -> [UInt32] {
        dispositions[Int(Disposition.passed.rawValue)] -= pairs.count
        dispositions[Int(Disposition.duplicate.rawValue)] += pairs.count
        for disposition in Disposition.allCases where dispositions[Int(disposition.rawValue)] > 0 {
            summary.dispositions[disposition.name] = dispositions[Int(disposition.rawValue)]
        }
        summary.counts["without-standard-number"] = withoutStandardNumber
        summary.levels = profile.counts(in: .level)
        return pairs.map(\.earlier).sorted()
    }
}
