public import MARC

/// Where rules put what they find. It knows the record at hand, so that a rule names only the place inside it, and
/// remembers the weightiest action, which decides whether the record passes.
public struct DefectLog: Sendable {
    public private(set) var defects: [Defect] = []
    let policy: DefectPolicy
    let files: FileTable
    private var origin: RecordOrigin?
    private var file: String?
    private var control: [UInt8] = []
    private var kind: RecordKind?
    private var hasRejection = false
    /// The weightiest action reported for the record at hand.
    public private(set) var weightiest = Action.noted
    /// The worst severity reported for the record at hand; nil while it has no defect.
    public private(set) var worst: Severity?
    /// The worst severity of what was not repaired or dropped, and its code; nil where nothing of the kind is left.
    public private(set) var worstRemaining: (severity: Severity, code: DefectCode)?

    public init(files: FileTable, policy: DefectPolicy = DefectPolicy()) {
        self.files = files
        self.policy = policy
    }

    /// What follows is about the record at `origin`.
    ///
    /// - Parameter kind: nil where it is not known yet; exceptions for certain kinds then do not count.
    public mutating func begin(_ origin: RecordOrigin, control: ByteView?, kind: RecordKind? = nil) {
        self.origin = origin
        file = nil
        self.control.removeAll(keepingCapacity: true)
        if let control { self.control.append(contentsOf: control) }
        self.kind = kind
        forget()
    }

    /// What follows is about the submission as a whole, or the file of that name as a whole.
    public mutating func beginWhole(file: String? = nil) {
        origin = nil
        self.file = file
        control.removeAll(keepingCapacity: true)
        kind = nil
        forget()
    }

    private mutating func forget() {
        weightiest = .noted
        worst = nil
        worstRemaining = nil
        hasRejection = false
    }

    /// True where a defect of the record at hand rejects it. One that holds the submission does not: a person may let it on.
    public var isRejected: Bool { hasRejection }

    /// Reports a defect of the record at hand.
    ///
    /// - Parameters:
    ///   - place: the place inside the record.
    ///   - before: the bytes as found; shown with `\xNN` for what is not UTF-8.
    ///   - after: the bytes that a repair put there.
    ///   - action: where it differs from the code's own; the profile has the last word.
    ///   - message: both values, the place in words where it helps, and the way out.
    public mutating func report(
        _ code: DefectCode, at place: FieldPlace = .record, before: (some Collection<UInt8>)? = [UInt8]?.none,
        after: (some Collection<UInt8>)? = [UInt8]?.none, action: Action? = nil, _ message: @autoclosure () -> String
    ) {
        let exception = policy.exception(code, at: place, of: kind)
        if let exception, exception.isOff { return }
        let done = action ?? code.action
        let defect = Defect(
            code: code, severity: exception?.severity, action: exception?.action(insteadOf: done) ?? done,
            origin: origin,
            file: origin.map { files.name(of: $0.file) } ?? file,
            control: control.isEmpty ? nil : Bytes.display(control),
            place: place, before: before.map { Bytes.display($0) }, after: after.map { Bytes.display($0) },
            message: message())
        weightiest = max(weightiest, defect.action)
        worst = max(worst ?? .info, defect.severity)
        if defect.action == .recordRejected || defect.action == .rolledBack { hasRejection = true }
        let isLeft = defect.action != .repaired && defect.action != .partDropped
        if isLeft, worstRemaining.map({ defect.severity > $0.severity }) ?? true {
            worstRemaining = (defect.severity, defect.code)
        }
        defects.append(defect)
    }

    /// Adds a defect that was made elsewhere; the policy is not applied again.
    public mutating func add(_ defect: Defect) { defects.append(defect) }
}
