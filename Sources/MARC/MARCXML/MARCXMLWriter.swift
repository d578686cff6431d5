internal import Glibc

/// Writes records as MARCXML, in UTF-8.
///
/// ```swift
/// MARCXMLWriter.appendHead(to: &output)
/// record.withView { MARCXMLWriter.append($0, to: &output) }
/// MARCXMLWriter.appendFoot(to: &output)
/// ```
public enum MARCXMLWriter {
    /// Appends what stands before the first record.
    public static func appendHead(to output: inout [UInt8]) {
        append(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <collection xmlns="http://www.loc.gov/MARC21/slim">

            """, to: &output)
    }

    /// Appends what stands after the last record.
    public static func appendFoot(to output: inout [UInt8]) { append("</collection>\n", to: &output) }

    private static func append(_ text: StaticString, to output: inout [UInt8]) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends a record; its data must be UTF-8.
    ///
    /// An indicator that the record lacks is written as a blank, a subfield without a code with an empty one.
    ///
    /// - Returns: the number of characters left out because XML 1.0 has no place for them: control characters, U+FFFE
    ///   and U+FFFF. A scrubbed record has none.
    @discardableResult
    public static func append(_ view: RecordView, to output: inout [UInt8]) -> Int {
        var dropped = 0
        output.append(addingCapacity: longestText(of: view)) { output in
            output.withUnsafeMutableBufferPointer { buffer, written in
                guard let base = buffer.baseAddress else { return }
                var text = MARCXMLText(base + written)
                text.append(view)
                dropped = text.dropped
                written = text.position - base
            }
        }
        return dropped
    }

    /// A bound on the length of the record's text: every byte of data may become six, and eight are written at a time.
    private static func longestText(of view: RecordView) -> Int {
        var data = Leader.length
        var fields = 0
        var subfields = 0
        for field in view.fields {
            fields += 1
            if field.tag.isControl { data += field.value.count }
            for subfield in field.subfields {
                subfields += 1
                data += subfield.value.count
            }
        }
        return 128 + fields * 128 + subfields * 64 + data * 6
    }
}

/// The text of a record in memory that is known to suffice.
private struct MARCXMLText {
    var position: UnsafeMutablePointer<UInt8>
    var dropped = 0

    init(_ start: UnsafeMutablePointer<UInt8>) { position = start }

    mutating func append(_ view: RecordView) {
        literal("<record>\n  <leader>")
        withUnsafeBytes(of: view.leader.bytes) { escape($0.bindMemory(to: UInt8.self)) }
        literal("</leader>\n")
        for field in view.fields {
            if field.tag.isControl { appendControl(field) } else { appendData(field) }
        }
        literal("</record>\n")
    }

    private mutating func appendControl(_ field: FieldView) {
        literal("  <controlfield tag=\"")
        append(field.tag)
        literal("\">")
        escape(field.value)
        literal("</controlfield>\n")
    }

    private mutating func appendData(_ field: FieldView) {
        literal("  <datafield tag=\"")
        append(field.tag)
        literal("\" ind1=\"")
        append(field.indicator1 == 0 ? 0x20 : field.indicator1)
        literal("\" ind2=\"")
        append(field.indicator2 == 0 ? 0x20 : field.indicator2)
        literal("\">\n")
        for subfield in field.subfields {
            literal("    <subfield code=\"")
            if subfield.code != 0 { append(subfield.code) }
            literal("\">")
            escape(subfield.value)
            literal("</subfield>\n")
        }
        literal("  </datafield>\n")
    }

    private mutating func literal(_ text: StaticString) {
        memcpy(position, text.utf8Start, text.utf8CodeUnitCount)
        position += text.utf8CodeUnitCount
    }

    private mutating func append(_ tag: Tag) {
        append(tag.first)
        append(tag.second)
        append(tag.third)
    }

    /// One byte, escaped where it has to be.
    private mutating func append(_ byte: UInt8) {
        if (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- 0x30 < 10 || byte == 0x20 {
            position.pointee = byte
            position += 1
        } else {
            withUnsafeBytes(of: byte) { escape($0.bindMemory(to: UInt8.self)) }
        }
    }

    /// Copies `bytes` eight at a time, with references for the characters that XML text cannot hold as they are.
    private mutating func escape(_ bytes: ByteView) {
        var index = 0
        while index < bytes.count {
            let word = bytes.paddedWord(at: index)
            UnsafeMutableRawPointer(position).storeBytes(of: word.littleEndian, as: UInt64.self)
            // The zeros behind the last byte count as special.
            let special = Self.special(word)
            let plain = special == 0 ? 8 : special.trailingZeroBitCount / 8
            index += plain
            position += plain
            if special != 0, index < bytes.count { index += appendSpecial(bytes, at: index) }
        }
    }

    /// The lowest bit set is in the first byte that is `"`, `&`, `<`, `>`, below 20 hex, or EF hex, with which U+FFFE and
    /// U+FFFF begin; higher bits may be wrong.
    @inline(__always) private static func special(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // `"` and `&` differ in one bit, and so do `<` and `>`.
        let quote = (word | ones &* 4) ^ (ones &* UInt64(UInt8(ascii: "&")))
        let less = (word | ones &* 2) ^ (ones &* UInt64(UInt8(ascii: ">")))
        let high = word ^ (ones &* 0xEF)
        let isSpecial = (quote &- ones) & ~quote | (less &- ones) & ~less | (high &- ones) & ~high
        return (isSpecial | (word &- ones &* 0x20) & ~word) & 0x8080_8080_8080_8080
    }

    /// - Returns: the bytes of `bytes` that are done with.
    private mutating func appendSpecial(_ bytes: ByteView, at index: Int) -> Int {
        switch bytes[index] {
        case 0x22: literal("&quot;")
        case 0x26: literal("&amp;")
        case 0x3C: literal("&lt;")
        case 0x3E: literal("&gt;")
        case 0x0D: literal("&#13;")
        case 0x09, 0x0A, 0xEF:
            if bytes.slice(index, 3).equals("\u{FFFE}") || bytes.slice(index, 3).equals("\u{FFFF}") {
                dropped += 1
                return 3
            }
            position.pointee = bytes[index]
            position += 1
        default: dropped += 1
        }
        return 1
    }
}
