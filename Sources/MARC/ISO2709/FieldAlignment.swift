/// Which entries of a lying directory belong to which stretches of the body, both in order: the pairing with the best
/// score, found by dynamic programming.
///
/// An entry may have lost its bytes, a stretch its entry; one entry may span several stretches (a stray terminator among
/// its data) and one stretch hold several fields (their terminators missing) where the lengths say so exactly.
struct FieldAlignment {
    /// Entries and segments that belong together; one of the two may be empty.
    struct Step {
        var fields: Range<Int>
        var segments: Range<Int>
        /// Several fields in one segment: another byte stands in the place of each terminator, not none.
        var isTerminatorReplaced = false
    }

    private(set) var steps: [Step] = []

    private let fields: [StatedField]
    private let segments: [Segment]
    private let base: Int
    private let bytes: ByteView

    /// As many pairs are weighed at most; larger records are paired one by one in order.
    private static let mostPairs = 4_000_000
    /// As many stretches are joined, or fields cut, at most.
    private static let mostAtOnce = 4

    init(fields: [StatedField], segments: [Segment], base: Int, bytes: ByteView) {
        self.fields = fields
        self.segments = segments
        self.base = base
        self.bytes = bytes
        if (fields.count + 1) * (segments.count + 1) <= Self.mostPairs {
            steps = traceBack(moves())
        } else {
            pairInOrder()
        }
    }

    private mutating func pairInOrder() {
        let pairs = min(fields.count, segments.count)
        steps = (0..<pairs).map { Step(fields: $0..<($0 + 1), segments: $0..<($0 + 1)) }
        steps += (pairs..<segments.count).map { Step(fields: pairs..<pairs, segments: $0..<($0 + 1)) }
    }

    // MARK: Scores

    /// What pairing one entry with one segment is worth.
    private func score(_ field: StatedField, _ segment: Segment) -> Int {
        let length = field.length == segment.statedLength ? 4 : 1
        let start = field.start.map { $0 + base } == segment.range.lowerBound ? 2 : 0
        return length + start - (looksLike(field.tag, at: segment.range) ? 0 : 2)
    }

    private static let lost = -1
    private static let orphan = -1
    private static let joined = 4

    /// Whether what starts at `range` is a control field or a data field as `tag` says.
    private func looksLike(_ tag: Tag, at range: Range<Int>) -> Bool {
        let third = range.lowerBound + 2
        return tag.isControl != (third < range.upperBound && bytes[third] == Delimiter.subfield)
    }

    /// Whether segments up to `last` make up the field's stated length.
    private func joins(_ field: StatedField, _ first: Segment, _ last: Segment) -> Bool {
        field.length == last.range.upperBound - first.range.lowerBound + 1
    }

    /// Whether the stated lengths of `fields[range]` fill `segment`, with a byte in each terminator's place or without.
    private func fills(_ range: Range<Int>, _ segment: Segment, isReplaced: Bool) -> Bool {
        var start = segment.range.lowerBound
        for index in range {
            guard let length = fields[index].length, start < segment.range.upperBound,
                looksLike(fields[index].tag, at: start..<segment.range.upperBound)
            else { return false }
            start += isReplaced ? length : length - 1
        }
        return start == segment.range.upperBound + (isReplaced ? 1 : 0)
    }

    // MARK: The table

    /// How a cell is reached: so many entries and segments more.
    private struct Move {
        var fields: UInt8 = 0
        var segments: UInt8 = 0
        var isReplaced = false
    }

    private func moves() -> [Move] {
        let width = segments.count + 1
        var scores = [Int](repeating: 0, count: (fields.count + 1) * width)
        var moves = [Move](repeating: Move(), count: scores.count)
        for row in 0...fields.count {
            for column in 0..<width where row + column > 0 {
                var best = (score: Int.min, move: Move())
                consider(row, column) { score, move in
                    let total = scores[(row - Int(move.fields)) * width + column - Int(move.segments)] + score
                    if total > best.score { best = (total, move) }
                }
                scores[row * width + column] = best.score
                moves[row * width + column] = best.move
            }
        }
        return moves
    }

    /// Offers every move that ends with `row` entries and `column` segments done; of equal ones the first wins.
    private func consider(_ row: Int, _ column: Int, _ offer: (Int, Move) -> Void) {
        if row > 0, column > 0 {
            offer(score(fields[row - 1], segments[column - 1]), Move(fields: 1, segments: 1))
            for count in 2...Self.mostAtOnce {
                if column >= count, joins(fields[row - 1], segments[column - count], segments[column - 1]) {
                    offer(Self.joined, Move(fields: 1, segments: UInt8(count)))
                }
                guard row >= count else { continue }
                for isReplaced in [true, false]
                where fills((row - count)..<row, segments[column - 1], isReplaced: isReplaced) {
                    offer(3 * count, Move(fields: UInt8(count), segments: 1, isReplaced: isReplaced))
                }
            }
        }
        if row > 0 { offer(Self.lost, Move(fields: 1)) }
        if column > 0 { offer(Self.orphan, Move(segments: 1)) }
    }

    private func traceBack(_ moves: [Move]) -> [Step] {
        var (row, column) = (fields.count, segments.count)
        var steps: [Step] = []
        while row > 0 || column > 0 {
            let move = moves[row * (segments.count + 1) + column]
            let first = (row - Int(move.fields), column - Int(move.segments))
            steps.append(
                Step(fields: first.0..<row, segments: first.1..<column, isTerminatorReplaced: move.isReplaced))
            (row, column) = first
        }
        return steps.reversed()
    }
}
