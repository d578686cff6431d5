import MARC
import Testing

/// Bytes, MARC-8 or others, as tests write them: ASCII, with any other byte as `\xNN`.
func marc8(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
        let digits = String(decoding: rest.dropFirst(2).prefix(2), as: UTF8.self)
        if rest.starts(with: "\\x".utf8), let byte = UInt8(digits, radix: 16) {
            bytes.append(byte)
            rest = rest.dropFirst(4)
        } else {
            bytes.append(first)
            rest = rest.dropFirst()
        }
    }
    return bytes
}

/// What a value of a new field decodes to, with its faults. Appends to text that is there already.
func faulty(_ value: String) -> (text: String, faults: [MARC8Fault]) {
    var decoder = MARC8Decoder()
    var faults: [MARC8Fault] = []
    return (decode(marc8(value), with: &decoder, faults: &faults), faults)
}

/// What a value decodes to, which has no fault.
func decode(_ value: String) -> String {
    var decoder = MARC8Decoder()
    return decode(value, with: &decoder)
}

func decode(_ value: String, with decoder: inout MARC8Decoder) -> String {
    var faults: [MARC8Fault] = []
    let text = decode(marc8(value), with: &decoder, faults: &faults)
    #expect(faults.isEmpty, "\(value)")
    return text
}

func decode(_ bytes: [UInt8], with decoder: inout MARC8Decoder, faults: inout [MARC8Fault]) -> String {
    var output = Array("before".utf8)
    bytes.withUnsafeBufferPointer { decoder.decode($0, into: &output, faults: &faults) }
    #expect(output.starts(with: "before".utf8))
    return String(decoding: output.dropFirst(6), as: UTF8.self)
}
