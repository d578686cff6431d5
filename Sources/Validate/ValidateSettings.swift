public import MARC
public import Update

/// What a contributor's profile asks of its records, as validate needs it.
public struct ValidateSettings: Sendable {
    /// A calendar day, as a slot has it.
    public struct Day: Sendable, Equatable, Comparable {
        /// As in 2026.
        public var year: Int
        /// 1 to 12.
        public var month: Int
        /// 1 to 31.
        public var day: Int

        public init(year: Int, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }

        public static func < (left: Day, right: Day) -> Bool {
            (left.year, left.month, left.day) < (right.year, right.month, right.day)
        }
    }

    /// Where the number stands that identifies a record.
    public var controlNumber = ControlNumberPlace()
    /// Whether a bibliographic record must have holdings: itself, or in a holdings record of the submission.
    public var requiresHoldings = false
    /// Whether a URL in 856 is as good as holdings.
    public var acceptsURL = true
    /// The records that holdings records of the submission belong to.
    public var holdingsLinks = HoldingsLinks()
    /// The fields that hold holdings; one of them is enough.
    public var holdingsTags: [TagPattern] = ["852"]
    /// Tags that the contributor uses for data of its own. MARC 21 leaves those with a 9 to the libraries.
    public var localTags: [TagPattern] = ["9XX", "X9X", "XX9"]
    /// Subfield codes that the contributor uses for data of its own, in any field. MARC 21 leaves $9 to the libraries.
    public var localSubfields: [UInt8] = [UInt8(ascii: "9")]
    /// Names of sets of local fields that MARC21 knows, as in `OCLC` or `DNB`.
    public var localFieldSets: [String] = []
    /// Fields that every bibliographic record must have; of a pattern one field is enough.
    public var requiredFields: [TagPattern] = []
    /// A record that fits any of these is out of scope: counted, never installed.
    public var outOfScope: [ScopeCondition] = []
    /// The date of the slot; nil where dates are not to be compared with it.
    public var today: Day?
    /// Whether each record without ISBN, ISSN and LCCN gets a line among the defects, and not only a mark.
    public var listsRecordsWithoutStandardNumber = false

    /// Where the contributor has call numbers, in order of preference; empty where nobody asks.
    public var callNumbers: [FieldPart] = []
    /// Where a holding names its library.
    public var library = FieldPart("852", subfield: UInt8(ascii: "a"))
    /// The symbols of the libraries for which the contributor sends; empty for any.
    public var libraries: Set<[UInt8]> = []
    /// Where the OCLC number stands, with or without prefix; nil for 035 $a with (OCoLC) and 001 with a prefix.
    public var oclcNumber: FieldPart?
    /// Whether the submission claims to have every record of the contributor.
    public var isFullLoad = false
    /// What is done about records of certain levels.
    public var levels: [LevelRule] = []

    public init() {}
}
