/// The five elements of a MARCXML record, by their local names; everything else is `other`.
///
/// Source: MARC 21 XML Schema, `MARC21slim.xsd`, version 1.2.
enum MARCXMLElement {
    case record, leader, controlfield, datafield, subfield, other

    /// The namespace that the schema defines.
    static let namespace: StaticString = "http://www.loc.gov/MARC21/slim"

    /// - Parameter name: with or without a prefix.
    init(_ name: ByteView) { self.init(localName: XMLName.local(name)) }

    init(localName name: ByteView) {
        switch name.count {
        case 6 where name.equals("record"): self = .record
        case 6 where name.equals("leader"): self = .leader
        case 8 where name.equals("subfield"): self = .subfield
        case 9 where name.equals("datafield"): self = .datafield
        case 12 where name.equals("controlfield"): self = .controlfield
        default: self = .other
        }
    }

    /// Whether the element stands only inside a record.
    var isPartOfRecord: Bool {
        switch self {
        case .leader, .controlfield, .datafield, .subfield: true
        case .record, .other: false
        }
    }
}

/// Names of elements and attributes as bytes.
enum XMLName {
    /// What follows the prefix and its colon.
    static func local(_ name: ByteView) -> ByteView {
        guard let colon = find(UInt8(ascii: ":"), in: name) else { return name }
        return name.slice(colon + 1, name.count - colon - 1)
    }

    /// Whether a name may start with `byte`; bytes above 7F are letters here, which is lenient.
    static func starts(with byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
            || byte >= 0x80
    }

    /// Whether `byte` ends a name: white space, `/`, `>`, `=`, `<`, a quotation mark.
    static func ends(at byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "/"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "<"),
            UInt8(ascii: "\""), UInt8(ascii: "'"):
            true
        default: false
        }
    }

    /// White space as XML defines it.
    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
