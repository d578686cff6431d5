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

    /// Adds a text that needs no escapes.
    mutating func add(_ key: StaticString, plain text: UnsafeBufferPointer<UInt8>) {
        addKey(key)
        output.append(UInt8(ascii: "\""))
        output.append(contentsOf: text)
        output.append(UInt8(ascii: "\""))
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
        output.append(UInt8(ascii: "\""))
        key.withUTF8Buffer { output.append(contentsOf: $0) }
        output.append(UInt8(ascii: "\""))
        output.append(UInt8(ascii: ":"))
    }

    private mutating func appendString(_ text: String) {
        var text = text
        output.append(UInt8(ascii: "\""))
        text.withUTF8 { bytes in
            // Almost no text has anything to escape: what has not is copied in one go.
            if bytes.contains(where: Self.needsEscape) {
                for byte in bytes { appendEscaped(byte) }
            } else {
                output.append(contentsOf: bytes)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        guard Self.needsEscape(byte) else { return output.append(byte) }
        output.append(UInt8(ascii: "\\"))
        guard byte < 0x20 else { return output.append(byte) }
        output.append(contentsOf: "u00".utf8)
        for digit in [byte >> 4, byte & 15] {
            output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
