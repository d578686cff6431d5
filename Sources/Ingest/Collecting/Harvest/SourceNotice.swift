internal import Update

/// Something that happened while a file was fetched, to be reported by the submission that holds the file, which is often
/// made later and by another process.
public struct SourceNotice: Sendable, Equatable {
    /// The name of the defect code.
    public var code: String
    public var message: String

    public init(code: String, message: String) { (self.code, self.message) = (code, message) }

    init(_ code: DefectCode, _ message: String) { self.init(code: code.name, message: message) }

    /// The codes that a notice may have.
    static let codes = [
        HarvestIncomplete.code, HarvestRestarted.code, HarvestUndated.code, HarvestWithoutDeletions.code,
    ]

    // MARK: A line of a harvest's progress

    init?(line: String) {
        let parts = line.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        self.init(code: String(parts[0]), message: String(parts[1]))
    }

    var line: String { "\(code) \(message)" }

    // MARK: Reporting

    /// Reports it of the file `name`. A full load that lacks records is held, for what is absent from it would be deleted.
    func report(_ name: String, mode: Mode, to log: inout DefectLog) {
        guard let known = Self.codes.first(where: { $0.name == code }) else { return }
        log.beginWhole(file: name)
        let isHeld = known == HarvestIncomplete.code && mode == .full
        log.report(known, action: isHeld ? .submissionHeld : nil, message)
    }
}
