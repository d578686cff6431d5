public import MARC
public import Update

/// What scrub is told about a contributor's records; the runner makes it from the profile.
public struct ScrubSettings: Sendable, Equatable {
    /// How the contributor says that its records are encoded.
    public var encoding = DeclaredEncoding.auto
    /// Where records carry the number that defects name them by.
    public var controlNumber = ControlNumberPlace()
    /// Fields and subfields that the client database is not to hold.
    public var strip: [StripPattern] = []
    /// The repairs that are right for some contributors only.
    public var optional: OptionalRepairs = []

    public init(
        encoding: DeclaredEncoding = .auto, controlNumber: ControlNumberPlace = ControlNumberPlace(),
        strip: [StripPattern] = [], optional: OptionalRepairs = []
    ) {
        self.encoding = encoding
        self.controlNumber = controlNumber
        self.strip = strip
        self.optional = optional
    }
}

/// The encoding that a profile declares for records in ISO 2709. Records in XML are Unicode, whatever it says.
public enum DeclaredEncoding: String, Sendable, CaseIterable {
    /// Each record's leader/09 declares it.
    case auto
    case marc8
    case utf8
    /// ISO 8859-1, read as Windows-1252, which has characters where ISO 8859-1 has control characters.
    case latin1
}

/// A field or a subfield that is to be left out: `949`, `9XX`, `856$z`.
public struct StripPattern: Sendable, Equatable {
    public var tag: TagPattern
    /// nil for whole fields.
    public var subfield: UInt8?

    public init(_ tag: TagPattern, subfield: UInt8? = nil) {
        self.tag = tag
        self.subfield = subfield
    }

    /// A pattern from a profile; nil where `text` is neither `9XX` nor `856$z`.
    public init?(_ text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard let tag = parts.first.flatMap({ TagPattern($0) }), parts.count <= 2 else { return nil }
        if parts.count == 1 {
            self.init(tag)
        } else {
            guard parts[1].utf8.count == 1, let code = parts[1].utf8.first else { return nil }
            self.init(tag, subfield: code)
        }
    }
}

/// Repairs that a person has to ask for, because some library means what they would take away.
public struct OptionalRepairs: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// 022 $a: the hyphen set, `(ISSN)` and punctuation after the number dropped.
    public static let issnForm = OptionalRepairs(rawValue: 1)
    /// Characters that show nothing, as U+200B and U+FEFF, dropped.
    public static let invisibleCharacters = OptionalRepairs(rawValue: 2)
    /// Upper-case subfield codes taken for the lower-case ones, also in fields that have both.
    public static let foldUpperCaseCodes = OptionalRepairs(rawValue: 4)
    /// Text that was encoded in UTF-8 twice decoded once more, where that is provable.
    public static let doubleUTF8 = OptionalRepairs(rawValue: 8)

    /// The repairs by the names that profiles have for them.
    public static let names: [(name: String, repair: OptionalRepairs)] = [
        ("issn-form", .issnForm), ("invisible-characters", .invisibleCharacters),
        ("fold-upper-case-codes", .foldUpperCaseCodes), ("double-utf8", .doubleUTF8),
    ]
}
