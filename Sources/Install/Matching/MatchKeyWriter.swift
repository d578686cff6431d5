internal import Catalog
internal import MARC
internal import Update

/// Makes the keys of records by a rule set: of each match point's values with each choice of validation values one key.
final class MatchKeyWriter: MatchFactWriter {
    /// A match point by the places of its terms.
    private struct Point {
        var value: Int
        var validations: [Int]
    }

    /// Each term of the rule set once.
    private let terms: [MatchTerm]
    private let points: [Point]
    /// The place of the term by which titles of one cluster are compared.
    private let title: Int
    private var values: [MatchValues]
    private var isRead: [Bool]
    /// The values that are hashed, with a delimiter between.
    private var text: [UInt8] = []

    /// More keys of one record than any real one has; the rest is left out, in the order of the record.
    private static let keysAtMost = 1000

    init(_ rules: MatchRuleSet) {
        var terms: [MatchTerm] = []
        func place(_ term: MatchTerm) -> Int {
            if let known = terms.firstIndex(of: term) { return known }
            terms.append(term)
            return terms.count - 1
        }
        points = rules.points.map { Point(value: place($0.value), validations: $0.validations.map(place)) }
        title = place(Self.titleTerm)
        self.terms = terms
        values = terms.map { _ in MatchValues() }
        isRead = terms.map { _ in false }
    }

    func append(_ record: RecordView, to columns: inout MatchColumns) {
        guard record.kind == .bibliographic else { return columns.endEmpty() }
        for index in isRead.indices { isRead[index] = false }
        var room = Self.keysAtMost
        for (number, point) in points.enumerated() { append(point, number + 1, of: record, &room, to: &columns) }
        NumberForms.forEachOCLCNumber(of: record) { columns.add(oclc: $0) }
        columns.end(level: EncodingLevelRank.rank(record.leader.encodingLevel), title: titleHash(of: record))
    }

    /// The start of the title, as bc-union compares it.
    private static let titleTerm = MatchTerm(
        source: .field(tags: ["245"], codes: [UInt8(ascii: "a")]), form: .title, length: .characters(10))

    private func titleHash(of record: RecordView) -> Int {
        read(title, of: record)
        if values[title].isEmpty { return 0 }
        let range = values[title].range(0)
        let hash = values[title].bytes[range].withUnsafeBytes { Hash128(of: $0) }
        return Int(UInt32(truncatingIfNeeded: hash.low) | 1)
    }

    private func append(
        _ point: Point, _ number: Int, of record: RecordView, _ room: inout Int, to columns: inout MatchColumns
    ) {
        read(point.value, of: record)
        if values[point.value].isEmpty { return }
        for validation in point.validations {
            read(validation, of: record)
            if values[validation].isEmpty && !terms[validation].mayBeAbsent { return }
        }
        for index in 0..<values[point.value].count {
            text.removeAll(keepingCapacity: true)
            text.append(contentsOf: values[point.value].bytes[values[point.value].range(index)])
            append(point.validations[...], number, &room, to: &columns)
        }
    }

    /// Adds each choice of the values of `validations` to the text at hand, and makes a key of each.
    private func append(
        _ validations: ArraySlice<Int>, _ number: Int, _ room: inout Int, to columns: inout MatchColumns
    ) {
        guard let validation = validations.first else {
            guard room > 0 else { return }
            room -= 1
            return columns.add(MatchKey(point: number, hash: text.withUnsafeBytes { Hash128(of: $0) }))
        }
        let length = text.count
        for index in 0..<max(1, values[validation].count) {
            text.append(0x1F)
            if !values[validation].isEmpty {
                text.append(contentsOf: values[validation].bytes[values[validation].range(index)])
            }
            append(validations.dropFirst(), number, &room, to: &columns)
            text.removeLast(text.count - length)
        }
    }

    private func read(_ term: Int, of record: RecordView) {
        if isRead[term] { return }
        isRead[term] = true
        values[term].read(terms[term], of: record)
    }
}
