/// Writes records in MARC-in-JSON, an object a line, in UTF-8.
///
/// ```swift
/// record.withView { MARCJSONWriter.append($0, to: &output) }
/// ```
public enum MARCJSONWriter {
    /// Appends a record and a line end; its data must be UTF-8.
    ///
    /// An indicator that the record lacks is written as a blank, a subfield without a code with an empty one.
    public static func append(_ view: RecordView, to output: inout [UInt8]) {
        append("{\"leader\":\"", to: &output)
        view.leader.array.withUnsafeBufferPointer { escape($0, into: &output) }
        append("\",\"fields\":[", to: &output)
        var isFirst = true
        for field in view.fields {
            append(isFirst ? "{\"" : ",{\"", to: &output)
            isFirst = false
            escape([field.tag.first, field.tag.second, field.tag.third], into: &output)
            append(field, to: &output)
            output.append(UInt8(ascii: "}"))
        }
        append("]}\n", to: &output)
    }

    private static func append(_ field: FieldView, to output: inout [UInt8]) {
        if field.tag.isControl {
            append("\":\"", to: &output)
            escape(field.value, into: &output)
            return output.append(UInt8(ascii: "\""))
        }
        append("\":{\"ind1\":\"", to: &output)
        escape([field.indicator1 == 0 ? 0x20 : field.indicator1], into: &output)
        append("\",\"ind2\":\"", to: &output)
        escape([field.indicator2 == 0 ? 0x20 : field.indicator2], into: &output)
        append("\",\"subfields\":[", to: &output)
        var isFirst = true
        for subfield in field.subfields {
            append(isFirst ? "{\"" : ",{\"", to: &output)
            isFirst = false
            if subfield.code != 0 { escape([subfield.code], into: &output) }
            append("\":\"", to: &output)
            escape(subfield.value, into: &output)
            append("\"}", to: &output)
        }
        append("]}", to: &output)
    }

    private static func append(_ text: StaticString, to output: inout [UInt8]) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func escape(_ bytes: some Collection<UInt8>, into output: inout [UInt8]) {
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            case 0..<0x20:
                append("\\u00", to: &output)
                output.append(UInt8(ascii: "0") + byte >> 4)
                output.append((byte & 15) < 10 ? UInt8(ascii: "0") + byte & 15 : UInt8(ascii: "A") + byte & 15 - 10)
            default: output.append(byte)
            }
        }
    }
}
