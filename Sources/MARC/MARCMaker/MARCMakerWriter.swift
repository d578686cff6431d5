/// Writes records in MARCMaker's mnemonic form (`.mrk`), in UTF-8, with a blank line behind each.
///
/// ```swift
/// record.withView { MARCMakerWriter.append($0, to: &output) }
/// ```
public enum MARCMakerWriter {
    /// Appends a record; its data must be UTF-8 and hold no line ends.
    public static func append(_ view: RecordView, to output: inout [UInt8]) {
        append("=LDR  ", to: &output)
        for byte in view.leader.array { output.append(byte == 0x20 ? UInt8(ascii: "\\") : byte) }
        output.append(0x0A)
        for field in view.fields { append(field, to: &output) }
        output.append(0x0A)
    }

    private static func append(_ field: FieldView, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "="))
        output.append(contentsOf: [field.tag.first, field.tag.second, field.tag.third, 0x20, 0x20])
        if field.tag.isControl {
            append(field.value, isFixed: true, to: &output)
        } else {
            for indicator in [field.indicator1, field.indicator2] {
                output.append(indicator == 0x20 || indicator == 0 ? UInt8(ascii: "\\") : indicator)
            }
            for subfield in field.subfields {
                output.append(UInt8(ascii: "$"))
                output.append(subfield.code)
                append(subfield.value, isFixed: false, to: &output)
            }
        }
        output.append(0x0A)
    }

    /// - Parameter isFixed: blanks are written as backslashes.
    private static func append(_ value: ByteView, isFixed: Bool, to output: inout [UInt8]) {
        for byte in value {
            if isFixed, byte == 0x20 {
                output.append(UInt8(ascii: "\\"))
            } else if let name = special(byte) {
                output.append(UInt8(ascii: "{"))
                append(name, to: &output)
                output.append(UInt8(ascii: "}"))
            } else {
                output.append(byte)
            }
        }
    }

    private static func special(_ byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "$"): "dollar"
        case UInt8(ascii: "{"): "lcub"
        case UInt8(ascii: "}"): "rcub"
        case UInt8(ascii: "\\"): "bsol"
        default: nil
        }
    }

    private static func append(_ text: StaticString, to output: inout [UInt8]) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
