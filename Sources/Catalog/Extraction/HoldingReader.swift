internal import MARC
internal import Update

/// Reads the holdings of a record as rows: as a profile's map says, or as the standard has them.
///
/// A row is a field with the map's tag. An 852 to which several items belong, 876-878, is a row for each of them. A record
/// without such a field has one row where it has a URL or other fields that tell of copies.
struct HoldingReader {
    /// The standard's own places.
    private static let standard: HoldingsMap = {
        var map = HoldingsMap(tag: "852")
        let places: [(HoldingsMap.Column, [String])] = [
            (.library, ["a"]), (.location, ["b"]), (.sublocation, ["c"]), (.callNumber, ["khijlm"]),
            (.copy, ["876$t", "877$t", "878$t", "t"]), (.barcode, ["876$p", "877$p", "878$p", "p"]), (.note, ["z"]),
            (.url, ["856$u"]), (.summary, ["866$a", "867$a", "868$a"]),
        ]
        for (column, names) in places { map[column] = names.compactMap { map.place($0) } }
        return map
    }()

    private let map: HoldingsMap
    private let isStandard: Bool

    /// - Parameter map: nil where the holdings stand where the standard has them.
    init(_ map: HoldingsMap?) {
        self.map = map ?? Self.standard
        isStandard = map == nil
    }

    /// Appends a row for each holding of the record, and the values to `bytes`.
    func append(
        _ record: RecordView, _ kind: RecordKind, to holdings: inout [HoldingSlices], _ bytes: inout [UInt8]
    ) {
        if kind == .authority { return }
        if isStandard, !record.fields.contains(where: { HoldingGroup.isPart($0) }) {
            for field in record.fields where field.tag == "852" {
                holdings.append(Self.plain(field, &bytes))
            }
            return
        }
        let first = holdings.count
        let heads = Heads(record, map)
        for head in heads.list { holdings.append(slices(head, record, &bytes)) }
        if holdings.count == first + 1, heads.isWithoutField, holdings[first].isEmpty { holdings.removeLast() }
    }

    private static let callNumberCodes: CodeSet = "khijlm"

    /// An 852 that nothing else belongs to, read the short way.
    private static func plain(_ field: FieldView, _ bytes: inout [UInt8]) -> HoldingSlices {
        var holding = HoldingSlices()
        holding[.library] = join(field, "a", &bytes)
        holding[.location] = join(field, "b", &bytes)
        holding[.sublocation] = join(field, "c", &bytes)
        holding[.callNumber] = join(field, callNumberCodes, &bytes)
        holding[.copy] = join(field, "t", &bytes)
        holding[.barcode] = join(field, "p", &bytes)
        holding[.note] = join(field, "z", &bytes)
        return holding
    }

    /// The values with these codes, a blank between them.
    private static func join(_ field: FieldView, _ codes: CodeSet, _ bytes: inout [UInt8]) -> RowBatch.Slice {
        let start = bytes.count
        for subfield in field.subfields where codes.contains(subfield.code) {
            SearchText.append(subfield.value, after: start, to: &bytes)
        }
        return RowBatch.Slice(start, upTo: bytes.count)
    }

    private func slices(_ head: Head, _ record: RecordView, _ bytes: inout [UInt8]) -> HoldingSlices {
        var holding = HoldingSlices()
        for column in HoldingsMap.Column.allCases {
            let start = bytes.count
            append(column, of: head, in: record, to: &bytes)
            holding[column] = RowBatch.Slice(start, upTo: bytes.count)
        }
        return holding
    }

    private func append(_ column: HoldingsMap.Column, of head: Head, in record: RecordView, to bytes: inout [UInt8]) {
        let start = bytes.count
        for place in map[column] {
            // What an 852 says of one item is none of several.
            if head.isOneOfSeveral, place.tag == "852", column == .copy || column == .barcode { continue }
            for index in head.fields(place.tag, in: record) {
                let field = record.fields[index]
                if column == .url, field.tag == "856", !HoldingGroup.isPart(field) { continue }
                let separator: StaticString = column == .summary ? "; " : " "
                let before = bytes.count
                Self.append(place.codes, of: field, after: start, separator, to: &bytes)
                if bytes.count > before, !column.takesAll { break }
            }
            if bytes.count > start, !column.takesAll { break }
        }
        guard column == .location, !map.locations.isEmpty, let name = map.locations[Array(bytes[start...])] else {
            return
        }
        bytes.removeLast(bytes.count - start)
        bytes.append(contentsOf: name)
    }

    private static func append(
        _ codes: [UInt8], of field: FieldView, after start: Int, _ separator: StaticString, to bytes: inout [UInt8]
    ) {
        var isFirst = true
        for subfield in field.subfields where codes.contains(subfield.code) && !subfield.value.isEmpty {
            SearchText.append(subfield.value, after: start, separator: isFirst ? separator : " ", to: &bytes)
            isFirst = false
        }
    }
}

extension RowBatch.Slice {
    init(_ start: Int, upTo end: Int) {
        self.init(offset: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: end - start))
    }
}

/// What a row is made of.
private struct Head {
    /// The field with the map's tag; nil where the record has none.
    var field: Int?
    /// The 852 and what belongs to it; nil where the map's field is none of these.
    var group: HoldingGroup?
    /// The one item of the group that the row is about.
    var item: Int?
    /// Whether other rows are about other items of the group.
    var isOneOfSeveral = false

    /// The fields with a tag in which the row's values stand, in their order.
    func fields(_ tag: Tag, in record: RecordView) -> [Int] {
        if let field, record.fields[field].tag == tag { return [field] }
        guard let group, tag == "852" || HoldingGroup.isPart(tag) else {
            return record.fields.filter { $0.tag == tag }.map(\.index)
        }
        if tag == "852" { return group.location.map { [$0] } ?? [] }
        return group.parts.filter { part in
            record.fields[part].tag == tag && (item == nil || item == part || !HoldingGroup.isItem(tag))
        }
    }
}

/// The rows of a record before their values are read.
private struct Heads {
    private(set) var list: [Head] = []
    /// The one row stands for a record that has no field with the map's tag.
    private(set) var isWithoutField = false

    init(_ record: RecordView, _ map: HoldingsMap) {
        if map.tag == "852" {
            for group in HoldingGroup.groups(record) { append(group, record, map) }
            isWithoutField = list.first?.field == nil
            return
        }
        let groups = HoldingGroup.isPart(map.tag) ? HoldingGroup.groups(record) : []
        for field in record.fields where field.tag == map.tag {
            list.append(
                Head(
                    field: field.index, group: groups.first { $0.parts.contains(field.index) },
                    item: HoldingGroup.isItem(map.tag) ? field.index : nil))
        }
        guard list.isEmpty, !map[.url].isEmpty else { return }
        isWithoutField = true
        // Nothing but the URL tells of a copy then.
        if record.fields.contains(where: { $0.tag == "856" && HoldingGroup.isPart($0) }) { list = [Head()] }
    }

    private mutating func append(_ group: HoldingGroup, _ record: RecordView, _ map: HoldingsMap) {
        let items = group.parts.filter { HoldingGroup.isItem(record.fields[$0].tag) }
        let isAsked = HoldingsMap.Column.allCases.contains { column in
            map[column].contains { HoldingGroup.isItem($0.tag) }
        }
        guard items.count > 1, isAsked else {
            list.append(Head(field: group.location, group: group))
            return
        }
        for item in items {
            list.append(Head(field: group.location, group: group, item: item, isOneOfSeveral: true))
        }
    }
}
