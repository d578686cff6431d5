public import MARC
internal import Update

/// The fields whose content a profile keeps out of reports, as in 541, 561 and 583: who gave what, for how much.
public struct PrivateFields: Sendable, Equatable {
    private let patterns: [TagPattern]
    private let codes: CodeBook

    /// What stands instead of private content.
    public static let mask = "•••"

    public init(_ patterns: [TagPattern], codes: CodeBook) {
        self.patterns = patterns
        self.codes = codes
    }

    /// Whether what a row says of its field must not be shown.
    public func cover(_ row: DefectRow) -> Bool {
        guard !patterns.isEmpty, let tag = row.tag.flatMap({ Tag($0) }) else { return false }
        return cover(tag)
    }

    /// Whether the profile calls the field private.
    public func cover(_ tag: Tag) -> Bool { patterns.contains { $0.matches(tag) } }

    var hasPatterns: Bool { !patterns.isEmpty }

    /// The row without what it says of its field. A message may quote the field, so the code's own sentence stands
    /// instead of it.
    public func mask(_ row: DefectRow) -> DefectRow {
        var row = row
        row.before = row.before.map { _ in Self.mask }
        row.after = row.after.map { _ in Self.mask }
        let what = codes[row.code]?.what ?? "The field has a defect."
        row.message = "\(what) (\(Self.mask): the profile calls field \(row.tag ?? "") private)"
        return row
    }

    public static func == (left: PrivateFields, right: PrivateFields) -> Bool { left.patterns == right.patterns }
}
