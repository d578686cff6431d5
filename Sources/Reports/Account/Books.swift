internal import Update

/// The books of a submission: every record by its disposition, stage by stage and in the end.
struct Books: Equatable {
    /// The summaries that count, in the order of the stages.
    let stages: [StageSummary]
    /// Records in all files.
    let collected: Int
    /// Records by their disposition in the end, as the last stage has it, in the order of the dispositions; none is 0.
    let dispositions: [(name: String, count: Int)]

    /// - Parameter settled: what becomes of the records that passed all that was done so far, as in `held`.
    init(stages: [StageSummary], settled: Disposition) {
        self.stages = stages
        collected = stages.first?.recordsIn ?? 0
        var counts = stages.last { !$0.dispositions.isEmpty }?.dispositions ?? [:]
        if let passed = counts.removeValue(forKey: Disposition.passed.name) {
            counts[settled.name, default: 0] += passed
        }
        dispositions = Disposition.allCases.compactMap { disposition in
            counts[disposition.name].flatMap { $0 > 0 ? (disposition.name, $0) : nil }
        }
    }

    func count(_ disposition: Disposition) -> Int { dispositions.first { $0.name == disposition.name }?.count ?? 0 }

    /// Whether every collected record ends in one disposition.
    var balance: Bool {
        dispositions.reduce(0) { $0 + $1.count } == collected
            && stages.allSatisfy { $0.dispositions.isEmpty || $0.dispositions.values.reduce(0, +) == $0.recordsIn }
    }

    /// Records that came and that the client database has now.
    var installed: Int { [.added, .replaced, .unchanged].reduce(0) { $0 + count($1) } }

    static func == (left: Books, right: Books) -> Bool {
        left.stages == right.stages && left.dispositions.map(\.name) == right.dispositions.map(\.name)
            && left.dispositions.map(\.count) == right.dispositions.map(\.count)
    }
}
