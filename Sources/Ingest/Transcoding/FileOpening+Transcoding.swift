internal import MARC
internal import Update

/// Text in UTF-16, or XML that declares another encoding than UTF-8: read from a copy in UTF-8 beside the pinned file.
extension FileOpening {
    /// Bytes that are turned at a time.
    private static var step: Int { 1 << 20 }

    /// Makes the reading copy and opens it; places of its records are places in the copy.
    mutating func transcode(_ name: String, at path: String, from encoding: MARCXMLEncoding) throws {
        var transcoder: MARCXMLTranscoder
        do { transcoder = try MARCXMLTranscoder(encoding) } catch {
            return XMLEncodingUnknown.report(name, encoding: error.name, to: &log)
        }
        let copy = names.next(for: name)
        try write(InputFile(path: full(path)), through: &transcoder, to: "\(names.folder)/\(copy)")
        if let offset = transcoder.firstIllegalOffset {
            TextBytesIllegal.report(
                name, encoding: encoding.name, count: transcoder.illegalSequences, offset: offset, to: &log)
        }
        try enter(name, at: "\(names.prefix)/\(copy)", encoding: encoding.name)
    }

    private func write(_ source: InputFile, through transcoder: inout MARCXMLTranscoder, to path: String) throws {
        var target = try OutputFile(path: path)
        var (chunk, text): ([UInt8], [UInt8]) = ([], [])
        for offset in stride(from: 0, to: source.size, by: Self.step) {
            chunk.removeAll(keepingCapacity: true)
            text.removeAll(keepingCapacity: true)
            try source.read(at: offset, count: Self.step, into: &chunk)
            let isLast = offset + Self.step >= source.size
            chunk.withUnsafeBufferPointer { transcoder.transcode($0, isLast: isLast, into: &text) }
            try target.write(text)
        }
        try target.finish(isDurable: isDurable)
    }
}
