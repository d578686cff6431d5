/// What a profile says otherwise about codes: another severity, another action, or silence.
public struct DefectPolicy: Sendable, Equatable {
    /// One code's exception.
    public struct Exception: Sendable, Equatable {
        public var severity: Severity?
        public var action: Action?
        /// True where the code is not to be reported at all; what the rule repairs it repairs all the same.
        public var isOff: Bool

        public init(severity: Severity? = nil, action: Action? = nil, isOff: Bool = false) {
            self.severity = severity
            self.action = action
            self.isOff = isOff
        }
    }

    /// By the code's name.
    public var exceptions: [String: Exception]

    public init(exceptions: [String: Exception] = [:]) { self.exceptions = exceptions }
}
