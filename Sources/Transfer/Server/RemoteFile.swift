internal import Glibc

/// A file at a source, as one look saw it.
public struct RemoteFile: Sendable, Equatable {
    /// The name for people; bytes that are not UTF-8 as `\xNN`.
    public let name: String
    public let address: Address
    public var state: State

    /// By what a file that has changed is told from one that has not; what the server does not say is nil.
    public struct State: Sendable, Equatable {
        /// Bytes.
        public var size: Int?
        /// When it was last written, in seconds since 1970.
        public var modified: Int?
        /// What an http server names this content by.
        public var etag: String?

        public init(size: Int? = nil, modified: Int? = nil, etag: String? = nil) {
            self.size = size
            self.modified = modified
            self.etag = etag
        }

        /// Whether it says enough to tell that a file has not changed without fetching it.
        public var isTelling: Bool { etag != nil || (size != nil && modified != nil) }

        /// Whether both are surely of the same content: where either says too little, they are not.
        public func isSame(as other: State) -> Bool {
            if let etag, let otherTag = other.etag { return etag == otherTag }
            return size != nil && modified != nil && size == other.size && modified == other.modified
        }
    }

    public init(address: Address, state: State = State()) {
        self.address = address
        self.state = state
        name = Self.display(address.lastName)
    }

    init(in folder: Address, name: [UInt8], state: State = State()) {
        self.init(address: folder.child(name), state: state)
    }

    private static func display(_ bytes: [UInt8]) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return bytes.map { $0 < 0x80 ? String(UnicodeScalar($0)) : "\\x" + Hexadecimal.text([$0]).uppercased() }
            .joined()
    }
}

/// Which names of a folder are meant: `*.mrc`, `full-????.xml`; `*` and `?` do not stand for a leading dot.
public struct NamePattern: Sendable, Equatable {
    public let patterns: [String]

    /// - Parameter patterns: as the shell has them; a name that fits one of them is meant.
    public init(_ patterns: [String]) { self.patterns = patterns }

    public func matches(_ name: String) -> Bool { patterns.contains { fnmatch($0, name, Int32(1 << 2)) == 0 } }
}

/// Dates as servers write them.
enum ServerDate {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// `Wed, 25 Nov 2026 18:00:00 GMT` (RFC 9110, 5.6.7).
    static func http(_ seconds: Int) -> String {
        var (time, parts) = (time_t(seconds), tm())
        gmtime_r(&time, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(days[Int(parts.tm_wday) % 7]), \(two(parts.tm_mday)) \(months[Int(parts.tm_mon) % 12]) "
            + "\(1900 + parts.tm_year) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec)) GMT"
    }

    /// The seconds since 1970 of `20261125180000`, perhaps with a fraction (RFC 3659, 2.3).
    static func machine(_ text: Substring) -> Int? {
        let digits = text.prefix { $0 != "." }.utf8.map { Int($0) - 0x30 }
        guard digits.count == 14, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        func number(_ range: Range<Int>) -> Int32 { Int32(digits[range].reduce(0) { $0 * 10 + $1 }) }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (number(0..<4) - 1900, number(4..<6) - 1, number(6..<8))
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (number(8..<10), number(10..<12), number(12..<14))
        return timegm(&parts)
    }
}
