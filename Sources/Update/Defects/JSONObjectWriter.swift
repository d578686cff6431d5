/// Writes one JSON object on one line, keys in the order in which they are added.
public struct JSONObjectWriter {
    private var output: [UInt8]
    private var isFirst = true

    /// Goes on after what `output` holds.
    public init(output: [UInt8] = []) {
        self.output = output
        self.output.append(UInt8(ascii: "{"))
    }

    /// Adds a text; nothing where it is nil.
    public mutating func add(_ key: StaticString, _ value: String?) {
        guard let value else { return }
        addKey(key)
        appendString(value)
    }

    /// Adds a number; nothing where it is nil.
    public mutating func add(_ key: StaticString, _ value: Int?) {
        guard let value else { return }
        addKey(key)
        output.append(contentsOf: String(value).utf8)
    }

    /// Adds bytes that are JSON already.
    public mutating func add(_ key: StaticString, json: [UInt8]) {
        addKey(key)
        output.append(contentsOf: json)
    }

    /// The object's bytes.
    public consuming func finish() -> [UInt8] {
        output.append(UInt8(ascii: "}"))
        return output
    }

    private mutating func addKey(_ key: StaticString) {
        if !isFirst { output.append(UInt8(ascii: ",")) }
        isFirst = false
        appendString(key.description)
        output.append(UInt8(ascii: ":"))
    }

    private mutating func appendString(_ text: String) {
        output.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                output.append(UInt8(ascii: "\\"))
                output.append(byte)
            case 0..<0x20:
                let digits = Array("0123456789abcdef".utf8)
                output.append(contentsOf: "\\u00".utf8)
                output.append(digits[Int(byte >> 4)])
                output.append(digits[Int(byte & 15)])
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
