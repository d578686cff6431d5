/// One fault at one place: what was wrong, how bad it is and what was done.
public struct Defect: Sendable, Equatable {
    public var code: DefectCode
    /// As the profile has it, which may differ from the code's own.
    public var severity: Severity
    /// As the profile has it, which may differ from the code's own.
    public var action: Action
    /// The record concerned; nil for a defect of the file or the submission.
    public var origin: RecordOrigin?
    /// The name of the file as delivered, `out.zip/bva.mrc` for a member of an archive.
    public var file: String?
    /// The record's control number, as it stands.
    public var control: String?
    public var place: FieldPlace
    /// At most 200 characters; bytes that are not UTF-8 as `\xNN`.
    public var before: String?
    /// At most 200 characters.
    public var after: String?
    public var message: String

    public init(
        code: DefectCode, severity: Severity? = nil, action: Action? = nil, origin: RecordOrigin? = nil,
        file: String? = nil,
        control: String? = nil, place: FieldPlace = .record, before: String? = nil, after: String? = nil,
        message: String
    ) {
        self.code = code
        self.severity = severity ?? code.severity
        self.action = action ?? code.action
        self.origin = origin
        self.file = file
        self.control = control
        self.place = place
        self.before = before
        self.after = after
        self.message = message
    }
}
