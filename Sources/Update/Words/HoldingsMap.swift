public import MARC

/// Which parts of a record say where its copies are: each field with the map's tag is one holding, and every column of it
/// comes from the first of some places that has a value; the URL and the summary take all that their places have.
/// Locations may be translated by a table.
///
/// ```yaml
/// map:
///   field: "949"
///   library: a
///   location: l
///   call-number: [h, 090$ab, 050$ab]    # in this order; places in other fields hold for all holdings of the record
///   barcode: i
///   url: 856$u
///   locations: { mn: Main Library, ch: Children }
/// ```
///
/// Source of the standard's own places: MARC 21 Format for Holdings Data, 852, 856, 866-868 and 876-878.
public struct HoldingsMap: Sendable, Equatable {
    /// What a row of `holding` tells, in the order of the table.
    public enum Column: Int, Sendable, CaseIterable {
        case library, location, sublocation, callNumber, copy, barcode, note, url, summary

        /// The key in a profile.
        public var key: String { self == .callNumber ? "call-number" : "\(self)" }

        /// The columns from here on came later, and count in hashes only where they hold something: rows and maps without
        /// them have the hashes that they had before.
        public static let firstLater = Column.url.rawValue

        /// The URL and the summary hold all that their places have.
        public var takesAll: Bool { self == .url || self == .summary }
    }

    /// A place of values: subfields of a field.
    public struct Place: Sendable, Equatable, CustomStringConvertible {
        public var tag: Tag
        /// Their values in the order of the field, with a blank between.
        public var codes: [UInt8]

        public var description: String { "\(tag)$\(String(decoding: codes, as: UTF8.self))" }
    }

    /// Each field with this tag is a holding.
    public var tag: Tag
    /// Places by column, the preferred first; a column without has no value.
    private var places: [[Place]] = Column.allCases.map { _ in [] }
    /// What is written instead of a location's code.
    public private(set) var locations: [[UInt8]: [UInt8]] = [:]

    public init(tag: Tag) { self.tag = tag }

    public subscript(column: Column) -> [Place] {
        get { places[column.rawValue] }
        set { places[column.rawValue] = newValue }
    }

    public mutating func translate(_ code: String, to name: String) { locations[Array(code.utf8)] = Array(name.utf8) }

    /// A place as a profile writes it: `h` or `hi` for subfields of the map's field, `090$ab` for those of another one; nil
    /// where the text is none.
    public func place(_ text: String) -> Place? {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard let codes = parts.last, !codes.isEmpty, codes.utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x61 < 26 })
        else {
            return nil
        }
        if parts.count == 1 { return Place(tag: tag, codes: Array(codes.utf8)) }
        guard parts.count == 2, let tag = Tag(parts[0]), tag.isWellFormed, !tag.isControl else { return nil }
        return Place(tag: tag, codes: Array(codes.utf8))
    }

    /// The map as text: two maps that give the same rows have the same.
    public var text: String {
        let columns = Column.allCases.filter { $0.rawValue < Column.firstLater || !self[$0].isEmpty }.map {
            "\($0.key) \(self[$0].map(\.description).joined(separator: " "))"
        }
        let names = locations.map {
            "\(String(decoding: $0.key, as: UTF8.self))=\(String(decoding: $0.value, as: UTF8.self))"
        }
        return (["field \(tag)"] + columns + names.sorted()).joined(separator: "\n")
    }

    /// Stands for the map in the hash of a record's rows, so that a record counts as changed where the map has changed.
    public var hash: Hash128 { Array(text.utf8).withUnsafeBytes { Hash128(of: $0) } }
}

extension Hash128 {
    /// This hash of a record's content, together with that of the map by which its holdings are read.
    public func marked(by map: Hash128) -> Hash128 { Hash128(low: low ^ map.low, high: high ^ map.high) }
}
