internal import Update

/// `defects.csv`: every defect of every stage, the contract's keys as columns.
///
/// Lines end in CR LF; fields are put in quotation marks where they must be. A cell that a spreadsheet would take for a
/// formula gets an apostrophe in front, for what stands in a record is written by strangers.
///
/// Source: RFC 4180.
public struct CSVReport: ~Copyable {
    private var file: OutputFile
    private var bytes: [UInt8] = []

    public init(path: String) throws {
        var file = try OutputFile(path: path)
        try file.write(Self.line(DefectRow.columns))
        self.file = file
    }

    public mutating func add(_ row: DefectRow) throws {
        bytes.removeAll(keepingCapacity: true)
        Self.append(row.values, to: &bytes)
        try file.write(bytes)
    }

    public mutating func finish() throws { try file.finish() }

    /// The header line, with its line end.
    public static var header: String { String(decoding: line(DefectRow.columns), as: UTF8.self) }

    /// A defect as a line, with its line end.
    public static func line(_ row: DefectRow) -> String { String(decoding: line(row.values), as: UTF8.self) }

    private static func line(_ values: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        append(values, to: &bytes)
        return bytes
    }

    private static func append(_ values: [String], to bytes: inout [UInt8]) {
        for (index, value) in values.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            if isFormula(value) { append("'" + value, to: &bytes) } else { append(value, to: &bytes) }
        }
        bytes.append(0x0D)
        bytes.append(0x0A)
    }

    /// Whether a spreadsheet would start to reckon.
    private static func isFormula(_ value: String) -> Bool {
        for scalar in value.unicodeScalars {
            switch scalar {
            case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": return true
            case " ": continue
            default: if scalar.value < 0x80 || !scalar.properties.isWhitespace { return false }
            }
        }
        return false
    }

    private static func append(_ value: String, to bytes: inout [UInt8]) {
        var value = value
        value.withUTF8 { text in
            var needsQuotes = text.first == 0x20 || text.last == 0x20
            for byte in text where byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D { needsQuotes = true }
            guard needsQuotes else { return bytes.append(contentsOf: text) }
            bytes.append(0x22)
            for byte in text {
                if byte == 0x22 { bytes.append(0x22) }
                bytes.append(byte)
            }
            bytes.append(0x22)
        }
    }
}
