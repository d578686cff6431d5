public import MARC
public import Update

/// Finds a file's format from its content, never from its name.
public enum FormatDetection {
    /// How many bytes from the start are looked at.
    public static let headLength = 64 << 10

    /// - Parameters:
    ///   - head: the first bytes, ``headLength`` of them or all there are.
    ///   - isWhole: the file has no more bytes than `head`.
    /// - Returns: nil for a format that is not read.
    public static func format(ofHead head: ByteView, isWhole: Bool) -> SourceFormat? {
        let text = head.starts(with: "\u{FEFF}") ? head.slice(3, head.count - 3) : head
        let start = text.firstIndex { !isSpace($0) } ?? text.count
        let rest = text.slice(start, text.count - start)
        if rest.first == UInt8(ascii: "<") { return MARCXMLSigns.areIn(rest) ? .marcxml : nil }
        if looksLikeISO2709(rest) { return .iso2709 }
        if MARCMakerFramer.fits(rest) { return .mrk }
        if AlephFramer.fits(rest) { return .alephSequential }
        if rest.first == UInt8(ascii: "{") || rest.first == UInt8(ascii: "[") {
            return MARCJSONFramer.findsRecord(in: rest) ? .marcjson : nil
        }
        if DeleteTable(heading: rest) != nil { return .deleteList }
        return DeleteListShape.fits(rest, isWhole: isWhole) ? .deleteList : nil
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// Delimiters of two kinds, or the leader of a record that was cut off before the first of them.
    private static func looksLikeISO2709(_ bytes: ByteView) -> Bool {
        let hasFields = bytes.contains(Delimiter.fieldTerminator)
        if hasFields, bytes.contains(Delimiter.subfield) || bytes.contains(Delimiter.recordTerminator) { return true }
        guard bytes.count >= Leader.length else { return false }
        let numbers = [bytes.slice(0, 5), bytes.slice(12, 5)]
        return numbers.allSatisfy { $0.allSatisfy { $0 &- 0x30 < 10 } }
            && (bytes.slice(10, 2).equals("22") || bytes.slice(20, 2).equals("45"))
    }
}

/// By what MARCXML is known among other XML: its namespace, or an element that only it has.
private enum MARCXMLSigns {
    private static let signs: [StaticString] = [
        "http://www.loc.gov/MARC21/slim", "leader>", "controlfield", "datafield", "<record", ":record", "<collection",
        ":collection", "<OAI-PMH",
    ]

    static func areIn(_ bytes: ByteView) -> Bool {
        for place in bytes.indices where signs.contains(where: { $0.utf8Start[0] == bytes[place] }) {
            let rest = bytes.slice(place, bytes.count - place)
            if signs.contains(where: { rest.starts(with: $0) }) { return true }
        }
        return false
    }
}
