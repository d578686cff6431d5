internal import CLibCurl

/// Where a file or a folder lies: `sftp://ftp.library.example/export/`. It never holds a user or a password.
///
/// Paths are as curl takes them: relative to the login's folder for ftp (`ftp://host//x` is the root's `x`), from the root
/// for sftp (`sftp://host/~/x` is the login's `x`).
public struct Address: Sendable, Hashable, CustomStringConvertible {
    public enum Scheme: String, Sendable, CaseIterable {
        case http, https, ftp, ftps, sftp, file
    }

    public let scheme: Scheme
    /// The server's name or number; empty for a file.
    public let host: String
    /// With `%XX` as it was written, from the first `/`.
    public let path: String
    /// All of it.
    public let text: String

    public var description: String { text }
    /// Whether it names a folder: it ends in `/`.
    public var isFolder: Bool { path.hasSuffix("/") }
    /// Whether it names this machine.
    var isLoopback: Bool { ["127.0.0.1", "localhost", "[::1]"].contains(host) }
    /// Whether its answers carry a status and headers.
    public var isWeb: Bool { scheme == .http || scheme == .https }

    /// - Throws: ``AddressProblem`` with what was expected.
    public init(_ text: String) throws(AddressProblem) {
        guard let url = curl_url() else { throw AddressProblem("there is no memory to read an address") }
        defer { curl_url_cleanup(url) }
        guard curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK else {
            throw AddressProblem("expects an address as in sftp://ftp.library.example/export/")
        }
        guard Self.part(CURLUPART_USER, of: url) == nil, Self.part(CURLUPART_PASSWORD, of: url) == nil else {
            throw AddressProblem("holds a user or a password; name them with user and password-from instead")
        }
        guard let word = Self.part(CURLUPART_SCHEME, of: url), let scheme = Scheme(rawValue: word) else {
            let known = Scheme.allCases.map { "\($0.rawValue)://" }.joined(separator: ", ")
            throw AddressProblem("expects an address that begins with one of \(known)")
        }
        self.scheme = scheme
        host = Self.part(CURLUPART_HOST, of: url) ?? ""
        path = Self.part(CURLUPART_PATH, of: url) ?? "/"
        guard scheme == .file || !host.isEmpty, let whole = Self.part(CURLUPART_URL, of: url) else {
            throw AddressProblem("names no server")
        }
        self.text = whole
    }

    private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
        var found: UnsafeMutablePointer<CChar>?
        guard curl_url_get(url, part, &found, 0) == CURLUE_OK, let found else { return nil }
        defer { curl_free(found) }
        return String(cString: found)
    }

    private init(_ parent: Address, adding name: String) {
        (scheme, host, path) = (parent.scheme, parent.host, parent.path + name)
        text = parent.withoutQuery + name
    }

    private var withoutQuery: String { String(text.prefix { $0 != "?" && $0 != "#" }) }

    /// The same address with a query, its names and values encoded.
    public func asking(_ query: [(name: String, value: String)]) -> Address {
        let pairs = query.map { "\($0.name)=\(Self.encoded(Array($0.value.utf8)))" }.joined(separator: "&")
        return Address(scheme, host, path: path, text: text + (text.contains("?") ? "&" : "?") + pairs)
    }

    /// The address of a file in this folder, by the bytes of its name.
    public func child(_ name: [UInt8]) -> Address { Address(self, adding: Self.encoded(name)) }

    /// The same address with more at its end, as in `.sha256`.
    func appending(_ ending: String) -> Address { Address(self, adding: Self.encoded(Array(ending.utf8))) }

    /// The folder that the file lies in.
    public var folder: Address {
        let name = path.reversed().prefix { $0 != "/" }.count
        return Address(scheme, host, path: String(path.dropLast(name)), text: String(withoutQuery.dropLast(name)))
    }

    private init(_ scheme: Scheme, _ host: String, path: String, text: String) {
        (self.scheme, self.host, self.path, self.text) = (scheme, host, path, text)
    }

    /// The bytes of the last part of the path.
    public var lastName: [UInt8] {
        Self.decoded(Array(path.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }.reversed()))
    }

    /// The path's bytes, for commands that take paths.
    var pathBytes: [UInt8] { Self.decoded(Array(path.utf8)) }

    /// `%XX` for all but letters, digits, `-`, `.`, `_` and `~` (RFC 3986, 2.3).
    static func encoded(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: text.append(byte)
            default: text += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func decoded(_ text: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == 0x25, index + 2 < text.count, let high = Hexadecimal.value(text[index + 1]),
                let low = Hexadecimal.value(text[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(text[index])
                index += 1
            }
        }
        return bytes
    }
}

/// What is wrong with an address, to stand behind the name of the key that holds it. It never shows the address, which may
/// hold a password.
public struct AddressProblem: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}

enum Hexadecimal {
    static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x41 + 10
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }

    static func text(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The bytes that an even number of digits stand for; nil for anything else.
    static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[index]), let low = value(digits[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}
