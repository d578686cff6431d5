public import MARC

/// How two states of a record differ, field by field: the lines that went and those that came, in the order of the record.
/// The leader's positions that follow from the record's length count for nothing.
public struct FieldDifference: Sendable, Equatable, Encodable {
    /// A line of one of the two states.
    public struct Line: Sendable, Equatable, Encodable {
        /// False for a line that the later state no longer has.
        public let isNew: Bool
        /// As in `=245  10$aTitle /`.
        public let field: String

        /// `- =245  10$aTitel /` or `+ =245  10$aTitle /`.
        public var text: String { (isNew ? "+ " : "- ") + field }
    }

    public let lines: [Line]

    public init(before: Record, after: Record) {
        let (old, new) = (Self.lines(before), Self.lines(after))
        var removed = Set<Int>()
        var inserted = Set<Int>()
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        // Both walked together, so that what came stands beside what went.
        var lines: [Line] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if removed.contains(left) {
                lines.append(Line(isNew: false, field: old[left]))
                left += 1
            } else if inserted.contains(right) {
                lines.append(Line(isNew: true, field: new[right]))
                right += 1
            } else {
                (left, right) = (left + 1, right + 1)
            }
        }
        self.lines = lines
    }

    private static func lines(_ record: Record) -> [String] {
        var record = record
        for position in Array(0...4) + Array(12...16) { record.leader[position] = UInt8(ascii: "0") }
        return record.withView { RecordLines.lines($0) }
    }
}
