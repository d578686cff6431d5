internal import MARC

/// What can be told of a URI from its characters alone.
///
/// Source: RFC 3986, 3.1 (scheme) and 3.2 (authority).
enum URIForm {
    /// Why an address does not lead anywhere.
    enum Fault {
        case noScheme, noHost, blank, escapedAmpersand, severalAddresses
    }

    /// The scheme before the colon; nil where there is none, or nothing behind it.
    static func scheme(of value: ByteView) -> ByteView? {
        guard let first = value.first, first.isLetter else { return nil }
        var index = 1
        while index < value.count, value[index].isLetter || value[index].isDigit || isMark(value[index]) { index += 1 }
        guard index >= 2, index + 1 < value.count, value[index] == UInt8(ascii: ":") else { return nil }
        return value.slice(0, index)
    }

    /// nil where nothing is wrong with the address.
    static func fault(in value: ByteView) -> Fault? {
        let address = value.trimmed
        guard let scheme = scheme(of: address) else { return .noScheme }
        if let second = address.index(of: "://", from: scheme.count + 3), isSecond(address, second) {
            return .severalAddresses
        }
        if address.contains(0x20) { return .blank }
        if address.holds("&amp;") { return .escapedAmpersand }
        return isHierarchical(scheme) && !hasHost(address, from: scheme.count + 1) ? .noHost : nil
    }

    /// Whether another address starts before the `://` at `place`: behind a blank or a mark that separates, not within a path or query.
    private static func isSecond(_ address: ByteView, _ place: Int) -> Bool {
        var start = place
        while start > 0, address[start - 1].isLetter { start -= 1 }
        guard start > 0 else { return false }
        let before = address[start - 1]
        return before == 0x20 || before == UInt8(ascii: ";") || before == UInt8(ascii: ",")
    }

    private static func isHierarchical(_ scheme: ByteView) -> Bool {
        scheme.isWord("http") || scheme.isWord("https") || scheme.isWord("ftp") || scheme.isWord("sftp")
    }

    /// Whether two slashes and a name with a dot in it, or a bracket, follow.
    private static func hasHost(_ address: ByteView, from start: Int) -> Bool {
        guard start + 2 < address.count, address[start] == 0x2F, address[start + 1] == 0x2F else { return false }
        var index = start + 2
        var hasDot = false
        while index < address.count, address[index] != 0x2F, address[index] != UInt8(ascii: "?") {
            if address[index] == UInt8(ascii: ".") || address[index] == UInt8(ascii: ":") { hasDot = true }
            index += 1
        }
        return hasDot || address.slice(start + 2, index - start - 2).isWord("localhost")
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }
}
