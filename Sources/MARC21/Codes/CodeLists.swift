extension CodeList {
    /// Languages: 008/35-37, 041, 040 $b.
    public static let languages = required("languages")
    /// Countries: 008/15-17, 044.
    public static let countries = required("countries")
    /// Geographic areas: 043 $a.
    public static let geographicAreas = required("gac")
    /// Relators: $4.
    public static let relators = required("relators")
    /// Instruments and voices: the first two characters of 048 $a and $b, before the number of parts.
    public static let musicalInstruments = required("bd048")
    /// Authentication codes: 042 $a.
    public static let authenticationCodes = required("marcauthen")
    /// Description conventions: 040 $e.
    public static let descriptionConventions = required("descriptive-conventions")
    /// Subject heading and term sources: 6XX $2.
    public static let subjectSources = required("subject")
    /// Genre and form sources: 655 $2.
    public static let genreFormSources = required("genre-form")
    /// RDA content types: 336 $b.
    public static let contentTypes = required("rda-content")
    /// RDA media types: 337 $b.
    public static let mediaTypes = required("rda-media")
    /// RDA carrier types: 338 $b.
    public static let carrierTypes = required("rda-carrier")
    /// Script identification codes in $6, besides the four-letter codes of ISO 15924.
    public static let scripts = required("subfield-6-script")
    /// Field link types in $8.
    public static let fieldLinkTypes = required("subfield-8-type")

    /// Every list: the code lists of the Library of Congress, and those that the format pages spell out ($6, $8, 33X).
    public static var all: Definitions<CodeList> { tables.lists }

    /// The list named `name`, as in `fingerprint`.
    public static func named(_ name: String) -> CodeList? { all.first { $0.name == name } }

    /// The list that subfield `code` of the bibliographic field `tag` takes its codes from; nil for none.
    public static func used(inField tag: UInt32, subfield code: UInt8) -> CodeList? {
        let wanted = tag << 8 | UInt32(code)
        var low = 0
        var high = tables.uses.count
        while low < high {
            let middle = (low + high) / 2
            if tables.uses[middle].subfield < wanted { low = middle + 1 } else { high = middle }
        }
        guard low < tables.uses.count, tables.uses[low].subfield == wanted else { return nil }
        return tables.lists[tables.uses[low].list]
    }

    /// Everything that was read from the tables.
    struct Tables: Sendable {
        let lists: Definitions<CodeList>
        /// Ordered by subfield.
        let uses: Definitions<SubfieldUse>
        let rejectedLines: Definitions<Int>
    }

    /// A subfield (tag and below it the code) and the number of the list that it uses.
    struct SubfieldUse: Sendable {
        let subfield: UInt32
        let list: Int
    }

    static let tables = CodeListParser.tables()

    /// A list without codes where the tables lack one, which a test rules out.
    private static func required(_ name: String) -> CodeList {
        named(name)
            ?? CodeList(
                codes: .empty, specialCodes: .empty, width: nil, padding: nil, usedBy: Definitions([]), key: .none,
                heading: .none)
    }
}
