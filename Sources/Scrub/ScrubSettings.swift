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
    case windows1251
    case cp866
    case koi8r
    /// Latin letters with their marks before them, as UNIMARC has them.
    case iso5426
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
