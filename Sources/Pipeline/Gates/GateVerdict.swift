/// What the gates measured on a submission, the limits, and what follows: `gate.json`.
public struct GateVerdict: Sendable, Codable, Equatable {
    /// One gate's measurement.
    public struct Measure: Sendable, Codable, Equatable {
        /// `rejects`, `volume`, `drift` …, or the code of what else held the submission.
        public var gate: String
        /// Records counted.
        public var count: Int
        /// The number of which they are a share.
        public var of: Int
        /// The limit in percent; absent where the gate has none.
        public var limitPercent: Double?
        /// The count up to which the gate stays open.
        public var limitAtLeast: Int?
        public var isOpen: Bool
        /// What was measured, against what, in one sentence.
        public var message: String
        /// What the contributor's earlier submissions came to; absent where there are none, or they do not matter.
        public var history: History?
        /// Further sentences, one for each thing that moved.
        public var details: [String]?
    }

    /// What earlier submissions came to.
    public struct History: Sendable, Codable, Equatable {
        /// The newest first: records for `volume`, else percent.
        public var values: [Double]
        /// The periods of the values.
        public var periods: [String]
        public var median: Double

        public init(_ values: [(period: String, value: Double)]) {
            self.values = values.map { Rounded.tenths($0.value) }
            periods = values.map(\.period)
            median = Rounded.tenths(Spread(values.map(\.value)).median)
        }

        /// `97.5 %, median of the last 8: 96–99.1`; with another unit or none.
        public func text(unit: String) -> String {
            let (low, high) = (values.min() ?? 0, values.max() ?? 0)
            let range = low == high ? "" : ": \(Rounded.text(low))–\(Rounded.text(high))"
            let name = values.count == 1 ? "the submission before, \(periods[0])" : "median of the last \(values.count)"
            return "\(Rounded.text(median))\(unit), \(name)\(range)"
        }
    }

    public var measures: [Measure]
    /// The checksum of the verdicts that were measured.
    public var spool: String
    /// The numbers that a person has let pass, by gate; a release lapses when one grows or the spool is another.
    public var released: [String: Int]?
    /// The checksum of the verdicts that were released.
    public var releasedSpool: String?

    /// True where every gate is open, or what closes it was released.
    public var passes: Bool { closed.isEmpty }

    /// The gates that hold the submission.
    public var closed: [Measure] {
        measures.filter { measure in
            if measure.isOpen { return false }
            guard releasedSpool == spool, let allowed = released?[measure.gate] else { return true }
            return measure.count > allowed
        }
    }

    static let fileName = "gate.json"
}

extension GateVerdict.Measure {
    /// A share held against a limit.
    ///
    /// - Parameters:
    ///   - usual: the same share in earlier submissions, in percent; the gate then stays open up to twice its median.
    ///   - what: the words for the message, `12 of 100 records were rejected`.
    init(
        gate: String, count: Int, of total: Int, limit: GateLimits.Limit?,
        usual: [(period: String, value: Double)] = [], what: String
    ) {
        let percent = Rounded.percent(count, of: total)
        let history = usual.isEmpty ? nil : GateVerdict.History(usual)
        let most = limit.map { max($0.percent, 2 * (history?.median ?? 0)) }
        let isOpen = limit.map { count <= $0.atLeast || percent <= most ?? 0 } ?? true
        let share = "\(Rounded.text(percent)) %" + (history.map { "; usual \($0.text(unit: " %"))" } ?? "")
        let bound =
            limit.map { "the limit is \(Rounded.text(most ?? 0)) % and more than \($0.atLeast)" } ?? "there is no limit"
        self.init(
            gate: gate, count: count, of: total, limitPercent: most, limitAtLeast: limit?.atLeast, isOpen: isOpen,
            message: "\(what) (\(share)); \(bound)", history: history)
    }
}
