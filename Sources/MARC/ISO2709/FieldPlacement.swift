/// Which bytes of a damaged record's body belong to which directory entry.
///
/// Where the directory and the field terminators agree, both are right. Where they do not, the terminators are believed
/// and ``FieldAlignment`` finds which entry each stretch between two of them belongs to; only where terminators are
/// missing and the entries fill the body exactly is the directory believed alone.
struct FieldPlacement {
    /// A field that was found: its entry's index and its bytes in the record, without terminator.
    struct Found {
        var index: Int
        var range: Range<Int>
        /// False where no field terminator follows.
        var isTerminated = true
    }

    /// In the order of the directory.
    private(set) var found: [Found] = []
    /// Bytes of the body that belong to no entry.
    private(set) var orphans: [Range<Int>] = []
    /// Whether two entries share bytes.
    private(set) var hasSharedBytes = false

    private let bytes: ByteView
    private let base: Int
    private let end: Int
    private let fields: [StatedField]
    private let segments: [Segment]

    /// - Parameters:
    ///   - base: where the body starts in `bytes`.
    ///   - end: where it ends, before the record terminator.
    init(_ bytes: ByteView, fields: [StatedField], base: Int, end: Int) {
        self.bytes = bytes
        self.base = base
        self.end = end
        self.fields = fields
        segments = Segment.all(in: bytes, from: base, to: end)
        let spans = fields.map { span($0) }
        if !placeAsStated(spans), !placeByLengths() { align(order(spans)) }
        found.sort { $0.index < $1.index }
    }

    /// The segments that an entry spans, where it starts with one and ends with one.
    private func span(_ field: StatedField) -> Range<Int>? {
        guard let start = field.start, let length = field.length, let first = segment(from: base + start) else {
            return nil
        }
        let stop = base + start + length - 1
        let last = segments[first...].prefix { $0.range.upperBound <= stop }.indices.last
        guard let last, segments[last].range.upperBound == stop, segments[last].isTerminated else { return nil }
        return first..<(last + 1)
    }

    /// The index of the segment that starts at `offset`.
    private func segment(from offset: Int) -> Int? {
        var (low, high) = (0, segments.count)
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low < segments.count && segments[low].range.lowerBound == offset ? low : nil
    }

    // MARK: The directory tells the truth

    /// Places every field where its entry says, provided that each entry is one segment, or that together they are all.
    private mutating func placeAsStated(_ spans: [Range<Int>?]) -> Bool {
        let known = spans.compactMap { $0 }
        guard known.count == spans.count, known.count > 0 else { return false }
        var uses = [Int](repeating: 0, count: segments.count)
        for span in known { for index in span { uses[index] += 1 } }
        let isTiling = uses.allSatisfy { $0 == 1 }
        guard isTiling || known.allSatisfy({ $0.count == 1 }) else { return false }
        hasSharedBytes = uses.contains { $0 > 1 }
        orphans = uses.indices.filter { uses[$0] == 0 }.map { segments[$0].range }
        found = known.enumerated().map { Found(index: $0.offset, range: range(of: $0.element)) }
        return true
    }

    /// Places the fields by the lengths alone where terminators are missing and the lengths fill the body exactly.
    private mutating func placeByLengths() -> Bool {
        guard fields.count > segments.count else { return false }
        var next = base
        for field in fields {
            guard let length = field.length, field.start == next - base else { return false }
            next += length
        }
        guard next == end else { return false }
        next = base
        for (index, field) in fields.enumerated() {
            let stop = next + (field.length ?? 1) - 1
            found.append(
                Found(
                    index: index, range: next..<stop,
                    isTerminated: stop < end && bytes[stop] == Delimiter.fieldTerminator))
            next = stop + 1
        }
        return true
    }

    private func range(of span: Range<Int>) -> Range<Int> {
        segments[span.lowerBound].range.lowerBound..<segments[span.upperBound - 1].range.upperBound
    }

    // MARK: The terminators tell the truth

    /// The order in which the fields lie in the body: that of the directory, or that of the starts where the entries that
    /// are right show that the directory is in another order.
    private func order(_ spans: [Range<Int>?]) -> [Int] {
        let right = spans.compactMap { $0 }.filter { $0.count == 1 }.map(\.lowerBound)
        let isInOrder = zip(right, right.dropFirst()).allSatisfy { $0 < $1 }
        guard !isInOrder, fields.allSatisfy({ $0.start != nil }) else { return Array(fields.indices) }
        return fields.indices.sorted { (fields[$0].start ?? 0, $0) < (fields[$1].start ?? 0, $1) }
    }

    private mutating func align(_ order: [Int]) {
        let alignment = FieldAlignment(
            fields: order.map { fields[$0] }, segments: segments, base: base, bytes: bytes)
        for step in alignment.steps {
            if step.fields.isEmpty {
                orphans += segments[step.segments].map(\.range).filter { !$0.isEmpty }
            } else if step.fields.count > 1 {
                cut(step, order)
            } else if !step.segments.isEmpty {
                found.append(
                    Found(
                        index: order[step.fields.lowerBound], range: range(of: step.segments),
                        isTerminated: segments[step.segments.upperBound - 1].isTerminated))
            }
        }
    }

    /// Several fields without terminators between them, cut by their lengths.
    private mutating func cut(_ step: FieldAlignment.Step, _ order: [Int]) {
        let segment = segments[step.segments.lowerBound]
        var start = segment.range.lowerBound
        for place in step.fields {
            let isLast = place + 1 == step.fields.upperBound
            let length = fields[order[place]].length ?? 1
            let stop = isLast ? segment.range.upperBound : min(start + length - 1, segment.range.upperBound)
            found.append(
                Found(index: order[place], range: start..<stop, isTerminated: isLast && segment.isTerminated))
            start = min(stop + (step.isTerminatorReplaced ? 1 : 0), segment.range.upperBound)
        }
    }
}

/// The bytes between two field terminators.
struct Segment {
    var range: Range<Int>
    var isTerminated: Bool

    /// The length that a directory would state.
    var statedLength: Int { range.count + 1 }

    static func all(in bytes: ByteView, from base: Int, to end: Int) -> [Segment] {
        var segments: [Segment] = []
        var start = base
        while start < end {
            let stop = find(Delimiter.fieldTerminator, in: bytes.slice(0, end), from: start) ?? end
            segments.append(Segment(range: start..<stop, isTerminated: stop < end))
            start = stop + 1
        }
        return segments
    }
}
