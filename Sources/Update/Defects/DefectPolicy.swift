public import MARC

/// What a profile says otherwise about codes: another severity, another action, or silence.
public struct DefectPolicy: Sendable, Equatable {
    /// One code's exception.
    public struct Exception: Sendable, Equatable {
        public var severity: Severity?
        public var action: Action?
        /// True where the code is not to be reported at all; what the rule repairs it repairs all the same.
        public var isOff: Bool
        /// Only in records of these kinds; in all where the set is empty.
        public var kinds: Set<RecordKind>
        /// Only in these fields; in all where the list is empty.
        public var tags: [TagPattern]

        public init(
            severity: Severity? = nil, action: Action? = nil, isOff: Bool = false, kinds: Set<RecordKind> = [],
            tags: [TagPattern] = []
        ) {
            self.severity = severity
            self.action = action
            self.isOff = isOff
            self.kinds = kinds
            self.tags = tags
        }

        /// Whether the exception is about a defect at that place of a record of that kind.
        public func concerns(_ place: FieldPlace, of kind: RecordKind?) -> Bool {
            if !kinds.isEmpty, kind.map({ !kinds.contains($0) }) ?? true { return false }
            guard !tags.isEmpty else { return true }
            guard let tag = place.tag else { return false }
            return tags.contains { $0.matches(tag) }
        }

        /// What is done where the rule has done `done`: a change of the record cannot be talked away.
        func action(insteadOf done: Action) -> Action {
            guard let action else { return done }
            return action == .noted && (done == .repaired || done == .partDropped) ? done : action
        }
    }

    /// By the code's name.
    public var exceptions: [String: Exception]

    public init(exceptions: [String: Exception] = [:]) { self.exceptions = exceptions }

    /// What is otherwise about a code at that place of a record of that kind; nil where nothing is.
    public func exception(_ code: DefectCode, at place: FieldPlace, of kind: RecordKind?) -> Exception? {
        if exceptions.isEmpty { return nil }
        guard let exception = exceptions[code.name], exception.concerns(place, of: kind) else { return nil }
        return exception
    }
}
