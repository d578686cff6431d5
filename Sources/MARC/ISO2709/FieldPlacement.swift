/// Which bytes of a damaged record's body belong to which directory entry.
///
/// Where the directory and the field terminators agree, both are right. Where they do not, entries that agree with a
/// stretch between two terminators hold, and those between them are matched in order; a stretch that holds two fields
/// is cut where the lengths say, and several stretches whose lengths add up to one entry are joined.
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
    private let fields: [StatedField]
    private let segments: [Segment]

    /// The bytes between two field terminators.
    struct Segment {
        var range: Range<Int>
        var isTerminated: Bool
    }

    /// - Parameters:
    ///   - base: where the body starts in `bytes`.
    ///   - end: where it ends, before the record terminator.
    init(_ bytes: ByteView, fields: [StatedField], base: Int, end: Int) {
        self.bytes = bytes
        self.base = base
        self.fields = fields
        segments = Self.segments(bytes, from: base, to: end)
        let spans = fields.map { span($0) }
        if !placeAsStated(spans) { placeByTerminators(spans) }
        found.sort { $0.index < $1.index }
    }

    private static func segments(_ bytes: ByteView, from base: Int, to end: Int) -> [Segment] {
        var segments: [Segment] = []
        var start = base
        while start < end {
            let stop = find(Delimiter.fieldTerminator, in: bytes.slice(0, end), from: start) ?? end
            segments.append(Segment(range: start..<stop, isTerminated: stop < end))
            start = stop + 1
        }
        return segments
    }

    /// The segments that an entry spans, where it starts with one and ends with one.
    private func span(_ field: StatedField) -> Range<Int>? {
        guard let start = field.start, let length = field.length, let first = segment(from: base + start) else { return nil }
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
}

// MARK: - The directory tells the truth

extension FieldPlacement {
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

    private func range(of span: Range<Int>) -> Range<Int> {
        segments[span.lowerBound].range.lowerBound..<segments[span.upperBound - 1].range.upperBound
    }
}

// MARK: - The terminators tell the truth

extension FieldPlacement {
    private mutating func placeByTerminators(_ spans: [Range<Int>?]) {
        var isTaken = [Bool](repeating: false, count: segments.count)
        var anchors = [Int?](repeating: nil, count: fields.count)
        for (index, span) in spans.enumerated() {
            guard let span, span.count == 1, !isTaken[span.lowerBound] else { continue }
            isTaken[span.lowerBound] = true
            anchors[index] = span.lowerBound
            found.append(Found(index: index, range: segments[span.lowerBound].range))
        }
        var index = 0
        while index < fields.count {
            guard anchors[index] == nil else { index += 1; continue }
            let stop = anchors[index...].firstIndex { $0 != nil } ?? fields.count
            let free = freeSegments(isTaken, after: index > 0 ? anchors[index - 1] : -1, before: stop < fields.count ? anchors[stop] : nil)
            for segment in free { isTaken[segment] = true }
            match(index..<stop, with: free)
            index = stop
        }
        for segment in segments.indices where !isTaken[segment] && !segments[segment].range.isEmpty {
            orphans.append(segments[segment].range)
        }
    }

    /// The run of segments after the one at `previous` that nobody has taken, else the run before the one at `next`.
    private func freeSegments(_ isTaken: [Bool], after previous: Int?, before next: Int?) -> Range<Int> {
        let first = (previous ?? -1) + 1
        let stop = isTaken[first...].firstIndex(of: true) ?? segments.count
        if first < stop { return first..<stop }
        guard let next else { return first..<first }
        let start = (isTaken[..<next].lastIndex(of: true) ?? -1) + 1
        return start..<next
    }

    /// Gives the fields `wanted`, in order, the segments `free`.
    private mutating func match(_ wanted: Range<Int>, with free: Range<Int>) {
        var segment = free.lowerBound
        var rest = segment < free.upperBound ? segments[segment].range : base..<base
        for index in wanted where segment < free.upperBound {
            let fieldsLeft = wanted.upperBound - index
            let segmentsLeft = free.upperBound - segment
            if fieldsLeft > segmentsLeft, index + 1 < wanted.upperBound, let cut = cut(rest, at: index) {
                found.append(Found(index: index, range: rest.lowerBound..<cut.end, isTerminated: false))
                rest = cut.next..<rest.upperBound
                continue
            }
            let last = fieldsLeft < segmentsLeft ? joined(index, from: segment, surplus: segmentsLeft - fieldsLeft) : segment
            found.append(
                Found(index: index, range: rest.lowerBound..<segments[last].range.upperBound,
                    isTerminated: segments[last].isTerminated))
            segment = last + 1
            if segment < free.upperBound { rest = segments[segment].range }
        }
        while segment < free.upperBound {
            if !segments[segment].range.isEmpty { orphans.append(segments[segment].range) }
            segment += 1
        }
    }

    /// The last of the segments that make up the field's stated length, at most `surplus` more than one.
    private func joined(_ index: Int, from segment: Int, surplus: Int) -> Int {
        guard let length = fields[index].length else { return segment }
        let stop = segments[segment].range.lowerBound + length - 1
        let candidates = (segment...(segment + surplus)).prefix { segments[$0].range.upperBound <= stop }
        return candidates.last { segments[$0].range.upperBound == stop } ?? segment
    }

    /// Where a field ends within `rest` as its length says, and where the next starts: one byte stands in the terminator's
    /// place, or none does. Nil where nothing that looks like the next field stands there.
    private func cut(_ rest: Range<Int>, at index: Int) -> (end: Int, next: Int)? {
        guard let length = fields[index].length else { return nil }
        for next in [rest.lowerBound + length, rest.lowerBound + length - 1] where next > rest.lowerBound {
            guard next + 2 < rest.upperBound || (fields[index + 1].tag.isControl && next < rest.upperBound) else { continue }
            if fields[index + 1].tag.isControl || bytes[next + 2] == Delimiter.subfield {
                return (rest.lowerBound + length - 1, next)
            }
        }
        return nil
    }
}
