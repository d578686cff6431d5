public import Catalog
internal import MARC

/// How often each field and each subfield stands in the records of a client, or of one of its contributors.
public struct FieldCounts: Sendable, Encodable {
    public struct Count: Sendable, Encodable {
        /// `245` or `245$a`.
        public let place: String
        /// Records that have it.
        public let records: Int
        /// How often it stands in them.
        public let occurrences: Int
    }

    /// Records of all kinds.
    public private(set) var records = 0
    /// By place.
    public private(set) var counts: [Count] = []

    private struct Place: Hashable, Comparable {
        var tag: Tag
        /// 0 for the field itself.
        var code: UInt8

        var name: String { code == 0 ? tag.description : "\(tag)$\(Bytes.display([code]))" }

        static func < (left: Place, right: Place) -> Bool {
            (left.tag.description, left.code) < (right.tag.description, right.code)
        }
    }

    private struct Tally {
        var records = 0
        var occurrences = 0
        /// The record that was counted last.
        var last = 0

        mutating func count(in record: Int) {
            occurrences += 1
            if last != record { records += 1 }
            last = record
        }
    }

    public init(_ reading: any CatalogReading, contributor: String?) throws {
        var tallies: [Place: Tally] = [:]
        var number = 0
        try reading.forEachRecord(of: contributor, after: nil) { _, image in
            number += 1
            image.record?.withView { view in
                for field in view.fields {
                    tallies[Place(tag: field.tag, code: 0), default: Tally()].count(in: number)
                    if field.tag.isControl { continue }
                    for subfield in field.subfields {
                        tallies[Place(tag: field.tag, code: subfield.code), default: Tally()].count(in: number)
                    }
                }
            }
        }
        records = number
        counts = tallies.sorted { $0.key < $1.key }.map {
            Count(place: $0.key.name, records: $0.value.records, occurrences: $0.value.occurrences)
        }
    }

    /// `245$a  140 records, 100 %, 141 times`, a line a place.
    public var lines: [String] {
        let width = counts.map(\.place.count).max() ?? 0
        return counts.map { count in
            let padding = String(repeating: " ", count: width - count.place.count)
            let share = Rounded.text(Rounded.percent(count.records, of: records))
            return "\(count.place)\(padding)  \(count.records) records, \(share) %, \(count.occurrences) times"
        }
    }
}
