/// The encodings that scrub reads.
enum TextEncoding: Sendable, Hashable {
    case utf8
    case marc8
    case windows1252
    /// Only where the profile declares it.
    case codePage(CodePage)

    var name: String {
        switch self {
        case .utf8: "UTF-8"
        case .marc8: "MARC-8"
        case .windows1252: "Windows-1252"
        case .codePage(let page): page.name
        }
    }

    var codePage: CodePage? {
        if case .codePage(let page) = self { page } else { nil }
    }
}

/// How a record's bytes were read, and on what grounds: one verdict for the whole record.
struct EncodingVerdict: Sendable {
    var encoding: TextEncoding
    var basis: Basis
    /// What the bytes were counted to be, for messages; empty where nothing had to be weighed.
    var evidence = ""
    /// Where no encoding is sure, the code page that the profile might name.
    var suggestion: CodePage?

    enum Basis: Sendable {
        /// Nothing but ASCII, which is the same in all of them.
        case ascii
        /// As declared, and nothing speaks against it.
        case declared
        /// The bytes leave no doubt, whatever was declared.
        case proven
        /// The bytes fit one encoding well and the others badly.
        case weighed
        /// The bytes fit no encoding well; read as declared.
        case unclear
    }
}
