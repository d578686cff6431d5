internal import Ingest
internal import MARC
internal import Update

/// Bytes as they lie in a file, in hexadecimal: what `show --hex` prints.
public enum HexListing {
    /// Bytes that are shown where no record says how many.
    public static let usualLength = 256
    private static let bytesPerLine = 16

    /// Lists bytes of `source`, or of the copy that it is read from where it came packed or in another encoding.
    ///
    /// - Parameters:
    ///   - source: a path, `-` for the standard input.
    ///   - wanted: a record by its ordinal, or the record or unreadable piece at an offset; nil for every record.
    ///   - length: bytes from the offset on; nil for those of the record or piece there.
    ///   - print: gets the text of a record or a stretch.
    /// - Returns: how many were printed.
    public static func run(
        _ source: String, _ wanted: RecordListing.Wanted?, length: Int?, profile: Profile,
        print: (String) throws -> Void
    ) throws -> Int {
        let scratch = try TemporaryFolder()
        let collected = try profile.collector().open([source], scratch: scratch)
        let records = RecordSource(collected)
        if case .offset(let offset) = wanted, let length {
            let entry = collected.files.entries.first
            return try show(entry, "\(length) bytes", offset, length, print)
        }
        let ingest = IngestStage(policy: profile.policy)
        var printed = 0
        while let framed = try records.next() {
            let ingested = ingest.read(framed)
            for origin in origins(ingested) where wanted?.includes(origin) ?? true {
                let entry = records.files.entries[Int(origin.file)]
                let name = origin.ordinalInFile > 0 ? "record \(origin.ordinalInFile)" : "unreadable"
                printed += try show(entry, name, Int(origin.offset), Int(origin.length), print)
            }
        }
        if printed == 0, case .offset(let offset) = wanted {
            return try show(collected.files.entries.first, "between records", offset, usualLength, print)
        }
        return printed
    }

    /// The records of a batch and the unreadable pieces between them, in the order of the file.
    private static func origins(_ ingested: IngestedBatch) -> [RecordOrigin] {
        let pieces = ingested.defects.compactMap(\.origin).filter { $0.ordinalInFile == 0 && $0.length > 0 }
        return (ingested.batch.origins + pieces).sorted { ($0.file, $0.offset) < ($1.file, $1.offset) }
    }

    private static func show(
        _ entry: FileTable.Entry?, _ name: String, _ offset: Int, _ length: Int, _ print: (String) throws -> Void
    ) throws -> Int {
        guard let entry else { return 0 }
        let file = try InputFile(path: entry.path)
        guard offset < file.size else { return 0 }
        var bytes: [UInt8] = []
        try file.read(at: offset, count: min(length, file.size - offset), into: &bytes)
        try print("--- \(name) of \(entry.name): byte \(offset), \(bytes.count) bytes\n" + text(bytes, from: offset))
        return 1
    }

    /// Lines of 16 bytes: their place in the file, the bytes, and what of them is ASCII.
    static func text(_ bytes: [UInt8], from offset: Int) -> String {
        stride(from: 0, to: bytes.count, by: bytesPerLine).map { start in
            let line = bytes[start..<min(start + bytesPerLine, bytes.count)]
            let digits = line.map { padded(String($0, radix: 16), 2) }.joined(separator: " ")
            let gap = String(repeating: " ", count: bytesPerLine * 3 - digits.count)
            let letters = line.map { $0 >= 0x20 && $0 < 0x7F ? String(UnicodeScalar($0)) : "." }.joined()
            return "\(padded(String(offset + start), 10))  \(digits)\(gap) \(letters)"
        }.joined(separator: "\n") + "\n"
    }

    private static func padded(_ number: String, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - number.count)) + number
    }
}
