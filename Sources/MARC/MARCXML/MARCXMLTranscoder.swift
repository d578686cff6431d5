internal import Glibc

/// Makes the UTF-8 reading copy of a document in another encoding, chunk by chunk.
///
/// The byte order mark is left out and the XML declaration made to say UTF-8, so that the copy speaks the truth.
///
/// ```swift
/// var transcoder = try MARCXMLTranscoder(MARCXMLEncoding.detect(prefix))
/// transcoder.transcode(chunk, isLast: false, into: &copy)
/// ```
public struct MARCXMLTranscoder: ~Copyable {
    /// The document is in an encoding that this machine has no tables for.
    public struct UnknownEncoding: Error, CustomStringConvertible {
        public let name: String
        public var description: String {
            "the document is in the encoding \(name), which is not known here; send it in UTF-8"
        }
    }

    private let converter: iconv_t
    private let unit: Int
    private var skipped: Int
    private var isFirst = true
    /// The start of a character whose end is in the next chunk.
    private var pending: [UInt8] = []
    private var position = 0

    /// Sequences of bytes that the encoding does not have; each became U+FFFD.
    public private(set) var illegalSequences = 0
    /// Where the first of them stands, in bytes from the start of the document.
    public private(set) var firstIllegalOffset: Int?

    /// - Throws: ``UnknownEncoding``.
    public init(_ encoding: MARCXMLEncoding) throws(UnknownEncoding) {
        let isName = encoding.name.utf8.allSatisfy { byte in
            (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
        }
        guard isName, let converter = iconv_open("UTF-8", encoding.name), converter != iconv_t(bitPattern: -1) else {
            throw UnknownEncoding(name: Bytes.display(Array(encoding.name.utf8), limit: 40))
        }
        self.converter = converter
        unit = encoding.name.hasPrefix("UTF-32") ? 4 : encoding.name.hasPrefix("UTF-16") ? 2 : 1
        skipped = encoding.byteOrderMarkLength
    }

    deinit { iconv_close(converter) }

    /// Appends `chunk` in UTF-8 to `output`.
    ///
    /// - Parameter chunk: the document's next bytes; the first chunk holds at least the whole XML declaration.
    public mutating func transcode(_ chunk: ByteView, isLast: Bool, into output: inout [UInt8]) {
        let start = output.count
        let mark = min(skipped, chunk.count)
        skipped -= mark
        position += mark
        let bytes = pending + chunk.dropFirst(mark)
        pending.removeAll()
        bytes.withUnsafeBufferPointer { convert($0, isLast: isLast, into: &output) }
        if isFirst, output.count > start {
            isFirst = false
            Self.correctDeclaration(in: &output, from: start)
        }
    }

    private mutating func convert(_ bytes: ByteView, isLast: Bool, into output: inout [UInt8]) {
        var index = 0
        while index < bytes.count {
            let before = index
            let outcome = step(bytes, &index, into: &output)
            position += index - before
            switch outcome {
            case 0, E2BIG: continue
            case EINVAL where !isLast && bytes.count - index < 16:
                pending = Array(bytes[index...])
                return
            default: replaceIllegal(bytes, &index, into: &output)
            }
        }
    }

    /// Converts as much as fits into one stretch of output.
    ///
    /// - Returns: 0, or the number of the error that iconv stopped with.
    private func step(_ bytes: ByteView, _ index: inout Int, into output: inout [UInt8]) -> Int32 {
        guard let base = bytes.baseAddress else { return 0 }
        let room = min(max(64, (bytes.count - index) * 3), 1 << 20)
        let start = output.count
        output.append(contentsOf: repeatElement(0, count: room))
        var left = bytes.count - index
        var free = room
        let outcome = output.withUnsafeMutableBytes { buffer in
            var source =
                UnsafeMutablePointer(mutating: UnsafeRawPointer(base + index).assumingMemoryBound(to: CChar.self))
                as UnsafeMutablePointer<CChar>?
            var target = buffer.baseAddress.map { ($0 + start).assumingMemoryBound(to: CChar.self) }
            return iconv(converter, &source, &left, &target, &free) == Int(bitPattern: UInt.max) ? errno : 0
        }
        index = bytes.count - left
        output.removeLast(free)
        return outcome
    }

    private mutating func replaceIllegal(_ bytes: ByteView, _ index: inout Int, into output: inout [UInt8]) {
        illegalSequences += 1
        firstIllegalOffset = firstIllegalOffset ?? position
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        let length = min(unit, bytes.count - index)
        index += length
        position += length
    }

    private static func correctDeclaration(in output: inout [UInt8], from start: Int) {
        let name = output[start...].withUnsafeBufferPointer { MARCXMLEncoding.declaredName(in: $0) }
        guard let name else { return }
        output.replaceSubrange((start + name.lowerBound)..<(start + name.upperBound), with: "UTF-8".utf8)
    }
}
