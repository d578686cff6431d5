/// What the gates measured on a submission, the limits, and what follows: `gate.json`.
public struct GateVerdict: Sendable, Codable, Equatable {
    /// One gate's measurement.
    public struct Measure: Sendable, Codable, Equatable {
        /// `rejects`, `deletes`, `absent`, or what else held the submission.
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
    /// - Parameter what: the words for the message, `12 of 100 records were rejected`.
    init(gate: String, count: Int, of total: Int, limit: GateLimits.Limit?, what: String) {
        let percent = total == 0 ? (count > 0 ? 100 : 0) : Double(count) * 100 / Double(total)
        let isOpen = limit.map { count <= $0.atLeast || percent <= $0.percent } ?? true
        let share = Self.text(percent)
        let bound =
            limit.map { "the limit is \(Self.text($0.percent)) % and more than \($0.atLeast)" } ?? "there is no limit"
        self.init(
            gate: gate, count: count, of: total, limitPercent: limit?.percent, limitAtLeast: limit?.atLeast,
            isOpen: isOpen, message: "\(what) (\(share) %); \(bound)")
    }

    private static func text(_ percent: Double) -> String {
        let tenths = Int((percent * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
