public import MARC

/// What a submission looks like as a whole: how many of its records have each field and subfield, and certain values of
/// fixed fields; how they are encoded and numbered; how many of them each defect code touches.
///
/// Kept with each version in the client database, so that a later submission can be compared with what its contributor has
/// sent before. As text it is a line a count, in the order of the places: section, name and number, a tab between them.
/// The number never is 0.
///
/// ```
/// submission      records     1200
/// bibliographic   records     1180
/// bibliographic   856         310
/// bibliographic   856$u       308
/// bibliographic   LDR/06=a    1102
/// encoding        marc8       97
/// ```
public struct FieldProfile: Sendable, Equatable {
    /// What a count is about.
    public enum Section: String, Sendable, CaseIterable {
        /// The submission's records: `records`, and `deletes` among them.
        case submission
        /// Bibliographic records to be kept: `records`, and how many of them have a field (`856`), a subfield (`856$u`), a
        /// value (`LDR/06=a`) or a length (`008 length 40`).
        case bibliographic
        /// The same of holdings records.
        case holdings
        /// The same of authority records.
        case authority
        /// Records with characters beyond ASCII, by the encoding that they were read in.
        case encoding
        /// Records by the form of their control number: what stands before the first digit, then `#`.
        case controlNumber = "control-number"
        /// Records to be kept by the worst defect that is left in them.
        case level
        /// Records by the defect codes that touch them.
        case code

        /// The section of the records of a kind.
        public init(_ kind: RecordKind) {
            switch kind {
            case .bibliographic: self = .bibliographic
            case .holdings: self = .holdings
            case .authority: self = .authority
            }
        }
    }

    /// A count's place.
    public struct Place: Sendable, Hashable, Comparable {
        public var section: Section
        public var name: String

        public init(_ section: Section, _ name: String) {
            self.section = section
            self.name = name
        }

        public static func < (left: Place, right: Place) -> Bool {
            (left.section.rawValue, left.name) < (right.section.rawValue, right.name)
        }
    }

    /// By place; a place that is not there counts 0.
    public private(set) var counts: [Place: Int] = [:]

    public init() {}

    public var isEmpty: Bool { counts.isEmpty }

    public subscript(section: Section, name: String) -> Int { counts[Place(section, name)] ?? 0 }

    /// Counts further records at a place.
    public mutating func add(_ count: Int, at section: Section, _ name: String) {
        if count > 0 { counts[Place(section, name), default: 0] += count }
    }

    /// Every count in the order of the places.
    public var rows: [(place: Place, count: Int)] {
        counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The counts of one section, by name.
    public func counts(in section: Section) -> [String: Int] {
        var found: [String: Int] = [:]
        for (place, count) in counts where place.section == section { found[place.name] = count }
        return found
    }
}

/// The profile as text.
extension FieldProfile {
    /// A line a count.
    public var text: String {
        rows.map { "\($0.place.section.rawValue)\t\($0.place.name)\t\($0.count)\n" }.joined()
    }

    /// Reads what ``text`` wrote; nil where a line is none of its.
    public init?(text: some StringProtocol) {
        self.init()
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 3, let section = Section(rawValue: String(parts[0])), let count = Int(parts[2]),
                count > 0
            else { return nil }
            add(count, at: section, String(parts[1]))
        }
    }
}
