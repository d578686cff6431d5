internal import MARC

/// An 852 of a record with the fields that tell more of the same copies: 856, 866-868 and 876-878.
///
/// A field belongs to the 852 whose number in $8 is its own. Without such a number the order tells: fields that stand
/// between several 852 belong to the one before; where all 852 stand together, the first field of a tag belongs to the first
/// 852, the second to the second, and what is left over to the last. A URL that can belong to each of several 852 belongs to
/// all of them. 856 with second indicator 2 is about a related resource, and no copy.
///
/// Source: MARC 21 Format for Holdings Data, 852, 856, 866-868, 876-878; subfield $8.
struct HoldingGroup {
    /// Where the 852 stands among the fields of the record; nil where the record has none.
    var location: Int?
    /// Where the other fields stand, ascending.
    var parts: [Int] = []

    /// Every group of a record, in the order of its 852.
    static func groups(_ record: RecordView) -> [HoldingGroup] {
        var groups: [HoldingGroup] = []
        var parts: [Int] = []
        for field in record.fields {
            if field.tag == "852" {
                groups.append(HoldingGroup(location: field.index))
            } else if isPart(field) {
                parts.append(field.index)
            }
        }
        guard groups.count > 1 else {
            if groups.isEmpty, !parts.isEmpty { groups.append(HoldingGroup()) }
            if !groups.isEmpty { groups[0].parts = parts }
            return groups
        }
        if !parts.isEmpty { distribute(parts, of: record, among: &groups) }
        return groups
    }

    /// Whether a field tells of a copy beside its 852.
    static func isPart(_ field: FieldView) -> Bool {
        field.tag == "856" ? field.indicator2 != UInt8(ascii: "2") : isPart(field.tag)
    }

    static func isPart(_ tag: Tag) -> Bool {
        switch tag {
        case "856", "866", "867", "868": true
        default: isItem(tag)
        }
    }

    /// Whether fields with that tag describe one item each.
    static func isItem(_ tag: Tag) -> Bool { tag == "876" || tag == "877" || tag == "878" }

    private static func distribute(_ parts: [Int], of record: RecordView, among groups: inout [HoldingGroup]) {
        let locations = groups.compactMap(\.location)
        let links = locations.map { link(record.fields[$0]) }
        let isMixed = parts.contains { $0 > locations[0] && $0 < locations[locations.count - 1] }
        let loose = parts.filter { part in
            let link = link(record.fields[part])
            guard link != 0, let group = links.firstIndex(of: link) else { return true }
            groups[group].parts.append(part)
            return false
        }
        var ranks: [Tag: Int] = [:]
        for part in loose {
            let tag = record.fields[part].tag
            if isMixed {
                groups[locations.lastIndex(where: { $0 < part }) ?? 0].parts.append(part)
            } else if tag == "856", loose.count(where: { record.fields[$0].tag == tag }) != groups.count {
                for group in groups.indices { groups[group].parts.append(part) }
            } else {
                groups[min(ranks[tag, default: 0], groups.count - 1)].parts.append(part)
                ranks[tag, default: 0] += 1
            }
        }
        for group in groups.indices { groups[group].parts.sort() }
    }

    /// The number that a field's $8 begins with; 0 for none.
    private static func link(_ field: FieldView) -> Int {
        guard let value = field.subfield("8") else { return 0 }
        var number = 0
        for byte in value.prefix(9) {
            guard byte &- 0x30 < 10 else { break }
            number = number * 10 + Int(byte &- 0x30)
        }
        return number
    }
}
