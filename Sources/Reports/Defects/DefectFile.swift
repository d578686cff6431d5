internal import MARC
internal import Update

/// A stage's `defects.jsonl`, read line by line: memory does not grow with it.
public struct DefectFile {
    private let path: String

    public init(path: String) { self.path = path }

    private static let chunkSize = 256 << 10

    /// Lends every defect in the order of the stream.
    ///
    /// - Throws: `FileFailure`, `DefectFileDamaged`, and what `body` throws.
    public func forEach(_ body: (DefectRow) throws -> Void) throws {
        let file = try InputFile(path: path)
        var number = 0
        var (rest, offset): ([UInt8], Int) = ([], 0)
        while true {
            let got = try file.read(at: offset, count: Self.chunkSize, into: &rest)
            offset += got
            let used = try rest.withUnsafeBufferPointer {
                try Self.lines(in: $0, isLast: got == 0) { line in
                    number += 1
                    guard let row = DefectRow(line: line) else { throw DefectFileDamaged(path: path, line: number) }
                    try body(row)
                }
            }
            if got == 0 { return }
            rest.removeFirst(used)
        }
    }

    /// Lends every whole line; the last one too where the file ends without a line end.
    ///
    /// - Returns: the bytes of the lines that were lent.
    private static func lines(in bytes: ByteView, isLast: Bool, _ body: (ByteView) throws -> Void) throws -> Int {
        var start = 0
        while let length = bytes.slice(start, bytes.count - start).offset(of: 0x0A) {
            try body(bytes.slice(start, length))
            start += length + 1
        }
        if isLast, start < bytes.count { try body(bytes.slice(start, bytes.count - start)) }
        return start
    }
}

/// A `defects.jsonl` that somebody has altered.
public struct DefectFileDamaged: Error, Sendable, Equatable, CustomStringConvertible {
    public let path: String
    /// From 1.
    public let line: Int

    public var description: String {
        "\(path): line \(line) is no defect; rerun from the stage that makes the file"
    }
}
