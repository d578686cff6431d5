/// The namespace declarations in force where a record stood in its document, so that the record means the same when it
/// is cut out.
public struct MARCXMLContext: Sendable, Equatable {
    /// The attributes as they belong into a start tag, each with a blank before it:
    /// ` xmlns="http://www.loc.gov/MARC21/slim" xmlns:xsi="…"`. No name comes twice.
    public let declarations: [UInt8]

    /// No namespace is in force.
    public init() { declarations = [] }

    /// - Parameter declarations: as ``declarations`` of another context gives them.
    public init(declarations: some Sequence<UInt8>) { self.declarations = Array(declarations) }

    /// The longest text of declarations that is believed; what exceeds it is left out.
    static let longest = 4096

    /// What `outer` declares, and what `inner` declares in addition or instead.
    static func joined(_ outer: [UInt8], _ inner: [UInt8]) -> [UInt8] {
        if inner.isEmpty { return outer }
        var names: Set<[UInt8]> = []
        var result: [UInt8] = []
        for list in [inner, outer] {
            list.withUnsafeBufferPointer { bytes in
                var attributes = XMLAttributes(bytes, from: 0)
                while let attribute = attributes.next() {
                    guard names.insert(Array(bytes[attribute.name])).inserted,
                        result.count + attribute.value.count < longest
                    else { continue }
                    append(attribute, of: bytes, to: &result)
                }
            }
        }
        return result
    }

    /// The namespace declarations among the attributes of a start tag; damaged ones are left out, so that they cost no
    /// record inside.
    static func declarations(in bytes: ByteView, of tag: XMLMarkup) -> [UInt8] {
        var result: [UInt8] = []
        var attributes = XMLAttributes(bytes.slice(0, tag.end), from: tag.name.upperBound)
        while let attribute = attributes.next() {
            let name = bytes.slice(attribute.name.lowerBound, attribute.name.count)
            guard attribute.isWellFormed, isDeclaration(name), bytes[attribute.value].allSatisfy(isPlain),
                result.count + attribute.value.count < longest
            else { continue }
            append(attribute, of: bytes, to: &result)
        }
        return result
    }

    /// `xmlns`, or `xmlns:` and a prefix that may be declared.
    private static func isDeclaration(_ name: ByteView) -> Bool {
        if name.equals("xmlns") { return true }
        let prefix = name.slice(6, name.count - 6)
        guard name.starts(with: "xmlns:"), let first = prefix.first, !prefix.starts(with: "xml") else { return false }
        return first > UInt8(ascii: "9") && first != UInt8(ascii: ":") && prefix.allSatisfy(isNameByte)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
            || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    /// A character of a namespace's name that stands for itself.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "&") && byte != UInt8(ascii: "<")
    }

    private static func append(_ attribute: XMLAttributes.Attribute, of bytes: ByteView, to result: inout [UInt8]) {
        let value = bytes.slice(attribute.value.lowerBound, attribute.value.count)
        let quote = find(UInt8(ascii: "\""), in: value) == nil ? UInt8(ascii: "\"") : UInt8(ascii: "'")
        result.append(UInt8(ascii: " "))
        result.append(contentsOf: bytes[attribute.name])
        result.append(UInt8(ascii: "="))
        result.append(quote)
        result.append(contentsOf: value)
        result.append(quote)
    }
}

/// The attributes of a tag, read leniently: a missing quotation mark or `=` costs nothing but itself.
struct XMLAttributes {
    /// Where name and value stand; the value without its quotation marks, references as they are written.
    struct Attribute {
        var name: Range<Int>
        var value: Range<Int>
        /// Whether the attribute is written as XML wants it.
        var isWellFormed: Bool
    }

    private let bytes: ByteView
    private var index: Int

    /// - Parameter bytes: up to the end of the tag, its `>` included.
    init(_ bytes: ByteView, from start: Int) {
        self.bytes = bytes
        index = start
    }

    mutating func next() -> Attribute? {
        while index < bytes.count, XMLName.ends(at: bytes[index]) { index += 1 }
        guard index < bytes.count else { return nil }
        let start = index
        while index < bytes.count, !XMLName.ends(at: bytes[index]) { index += 1 }
        let name = start..<index
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            return Attribute(name: name, value: name.upperBound..<name.upperBound, isWellFormed: false)
        }
        index += 1
        skipSpace()
        return value(of: name)
    }

    private mutating func value(of name: Range<Int>) -> Attribute {
        guard index < bytes.count else { return Attribute(name: name, value: index..<index, isWellFormed: false) }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return unquotedValue(of: name) }
        let start = index + 1
        if let end = find(quote, in: bytes, from: start) {
            index = end + 1
            return Attribute(name: name, value: start..<end, isWellFormed: true)
        }
        index = start
        while index < bytes.count, !XMLName.ends(at: bytes[index]) { index += 1 }
        return Attribute(name: name, value: start..<index, isWellFormed: false)
    }

    private mutating func unquotedValue(of name: Range<Int>) -> Attribute {
        let start = index
        while index < bytes.count, !XMLName.ends(at: bytes[index]) { index += 1 }
        return Attribute(name: name, value: start..<index, isWellFormed: false)
    }

    private mutating func skipSpace() {
        while index < bytes.count, XMLName.isSpace(bytes[index]) { index += 1 }
    }
}
