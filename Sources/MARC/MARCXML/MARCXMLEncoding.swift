/// The character encoding of an XML document, as its first bytes tell it.
///
/// Source: XML 1.0, appendix F "Autodetection of Character Encodings".
public struct MARCXMLEncoding: Sendable, Equatable {
    /// As in `UTF-8`, `UTF-16LE` or, in upper case, as the XML declaration writes it.
    public let name: String
    /// Bytes of the byte order mark, which is no part of the text.
    public let byteOrderMarkLength: Int
    /// What the XML declaration says where the bytes prove it wrong; else nil.
    public let contradictedDeclaration: String?

    /// Whether ``MARCXMLFramer`` and ``MARCXMLDecoder`` read the document as it is.
    public var isUTF8: Bool { Self.utf8Names.contains(name) }

    private static let utf8Names: Set<String> = ["UTF-8", "UTF8", "US-ASCII", "ASCII"]
    /// Encodings whose units are wider than a byte, so that a declaration in ASCII cannot speak the truth.
    private static let wideNames = ["UTF-16", "UTF16", "UTF-32", "UTF32", "UCS-", "ISO-10646-UCS", "UNICODE"]

    /// Reads the encoding off the start of a document.
    ///
    /// A declaration by which no encoding can be called is not believed, nor one of another encoding where `prefix` holds
    /// bytes above 7F and all of them are sound UTF-8, which no text in another encoding is by chance.
    ///
    /// - Parameter prefix: the first bytes, the more the better; 64 KiB is plenty.
    public static func detect(_ prefix: ByteView) -> MARCXMLEncoding {
        if let marked = byteOrderMark(prefix) ?? wideMarkup(prefix) { return marked }
        guard let range = declaredName(in: prefix) else { return MARCXMLEncoding("UTF-8") }
        let name = String(decoding: prefix[range], as: UTF8.self).uppercased()
        let isWide = wideNames.contains { name.hasPrefix($0) }
        if !utf8Names.contains(name), isWide || !isName(prefix[range]) || isVisiblyUTF8(prefix) {
            return MARCXMLEncoding("UTF-8", contradicting: name)
        }
        return MARCXMLEncoding(name)
    }

    /// Whether an encoding can be called so: a letter, then letters, digits and `.`, `_`, `-`.
    private static func isName(_ bytes: Slice<ByteView>) -> Bool {
        guard let first = bytes.first, (first | 0x20) &- UInt8(ascii: "a") < 26 else { return false }
        return bytes.allSatisfy { byte in
            (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- 0x30 < 10 || byte &- UInt8(ascii: "-") < 2
                || byte == UInt8(ascii: "_")
        }
    }

    private init(_ name: String, mark: Int = 0, contradicting: String? = nil) {
        self.name = name
        byteOrderMarkLength = mark
        contradictedDeclaration = contradicting
    }

    private static func byteOrderMark(_ prefix: ByteView) -> MARCXMLEncoding? {
        let start = Array(prefix.prefix(4))
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { return MARCXMLEncoding("UTF-8", mark: 3) }
        if start == [0xFF, 0xFE, 0, 0] { return MARCXMLEncoding("UTF-32LE", mark: 4) }
        if start == [0, 0, 0xFE, 0xFF] { return MARCXMLEncoding("UTF-32BE", mark: 4) }
        if start.starts(with: [0xFF, 0xFE]) { return MARCXMLEncoding("UTF-16LE", mark: 2) }
        if start.starts(with: [0xFE, 0xFF]) { return MARCXMLEncoding("UTF-16BE", mark: 2) }
        return nil
    }

    /// A `<` in 16 or 32 bits, without a byte order mark.
    private static func wideMarkup(_ prefix: ByteView) -> MARCXMLEncoding? {
        let start = Array(prefix.prefix(4))
        guard start.count == 4 else { return nil }
        if start == [0x3C, 0, 0, 0] { return MARCXMLEncoding("UTF-32LE") }
        if start == [0, 0, 0, 0x3C] { return MARCXMLEncoding("UTF-32BE") }
        if start[0] == 0x3C, start[1] == 0, start[3] == 0 { return MARCXMLEncoding("UTF-16LE") }
        if start[0] == 0, start[1] == 0x3C, start[2] == 0 { return MARCXMLEncoding("UTF-16BE") }
        return nil
    }

    /// Whether bytes above 7F are there and all, but for a sequence cut at the end, are sound UTF-8.
    private static func isVisiblyUTF8(_ prefix: ByteView) -> Bool {
        guard !UTF8Check.isASCII(prefix) else { return false }
        guard let offset = UTF8Check.firstInvalid(in: prefix) else { return true }
        return prefix.count - offset < 4 && !UTF8Check.isASCII(prefix.slice(0, offset))
    }

    /// Where the name of the encoding stands in the XML declaration at the start of `bytes`.
    static func declaredName(in bytes: ByteView) -> Range<Int>? {
        let space = bytes.prefix { XMLName.isSpace($0) }.count
        let rest = bytes.slice(space, min(bytes.count - space, 512))
        guard rest.starts(with: "<?xml"), let close = find(UInt8(ascii: ">"), in: rest) else { return nil }
        var attributes = XMLAttributes(rest.slice(0, close), from: 5)
        while let attribute = attributes.next() {
            guard rest.slice(attribute.name.lowerBound, attribute.name.count).equals("encoding") else { continue }
            let value = (attribute.value.lowerBound + space)..<(attribute.value.upperBound + space)
            return value.isEmpty ? nil : value
        }
        return nil
    }
}
