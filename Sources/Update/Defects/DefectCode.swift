/// A kind of defect: its name, what it means and what is done about it. Declared once, in the file of the rule that
/// reports it; never reused for something else.
///
/// ```swift
/// static let titleMissing = DefectCode(
///     "validate.title-missing", .critical, .recordRejected,
///     what: "The record has no field 245.",
///     why: "Patrons see a blank line instead of a title.",
///     done: "The record is set aside; the version installed earlier, if any, stays.",
///     repair: "Add field 245 with the title in $a and send the record again.",
///     example: "=245")
/// ```
public struct DefectCode: Sendable, Hashable {
    let staticName: StaticString
    public let severity: Severity
    public let action: Action
    let pages: (what: StaticString, why: StaticString, done: StaticString, repair: StaticString, example: StaticString)

    /// - Parameter example: as ``example`` describes.
    public init(
        _ name: StaticString, _ severity: Severity, _ action: Action, what: StaticString, why: StaticString,
        done: StaticString, repair: StaticString, example: StaticString = ""
    ) {
        staticName = name
        self.severity = severity
        self.action = action
        pages = (what, why, done, repair, example)
    }

    /// `stage.what-is-wrong`.
    public var name: String { staticName.description }
    /// What the defect is, in one or two sentences.
    public var what: String { pages.what.description }
    /// Why it matters to patrons and staff.
    public var why: String { pages.why.description }
    /// What Holdfast does about it.
    public var done: String { pages.done.description }
    /// How the library repairs it at its end.
    public var repair: String { pages.repair.description }
    /// What the defect looks like.
    ///
    /// For a defect of a record: the lines, in MARCMaker's mnemonic form, by which a record that has it differs from a sound one. They
    /// stand for all fields of their tags; a tag with nothing behind it (`=245`) says that the field is missing. For
    /// a defect of a file, a submission or the database: one or two sentences.
    public var example: String { pages.example.description }
    /// Whether the example is a record's lines.
    public var hasRecordExample: Bool { example.hasPrefix("=") }

    /// The stage that reports it, from the name.
    public var stage: StageName {
        StageName(rawValue: String(name.prefix { $0 != "." })) ?? .ingest
    }

    /// Lends the bytes of the name.
    func withName(_ body: (UnsafeBufferPointer<UInt8>) -> Void) { staticName.withUTF8Buffer(body) }

    /// Lends the bytes of the name up to its point: those of the stage's name.
    func withStageName(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        staticName.withUTF8Buffer { name in
            let end = name.firstIndex(of: UInt8(ascii: ".")) ?? name.count
            body(UnsafeBufferPointer(rebasing: name[..<end]))
        }
    }

    public static func == (left: DefectCode, right: DefectCode) -> Bool {
        left.staticName.utf8Start == right.staticName.utf8Start || left.name == right.name
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
