internal import Glibc
internal import MARC
internal import Update

/// What can only be read once, from its start: the standard input `-`, a pipe or a device. An archive is unpacked as it comes;
/// all else, and a zip, whose directory stands at its end, is read from a copy. Of what nothing can be made no more is copied
/// than shows it.
enum StreamInput {
    enum Found {
        /// A file that can be read like any other: the source itself, or a copy.
        case file(path: String)
        case archive(ArchiveStream, ArchiveKind)
        /// A zip that is longer than a copy may be.
        case tooLong
    }

    /// A zip without the extensions for large files is no longer.
    static let longestZip = 4 << 30

    /// - Parameter path: where a copy is made.
    static func open(_ source: String, copyingTo path: String, longestZip: Int = Self.longestZip) throws(FileFailure)
        -> Found
    {
        if source == "-" { return try look(at: ArchiveStream(STDIN_FILENO, "the standard input"), path, longestZip) }
        var status = stat()
        guard stat(source, &status) == 0 else { throw FileFailure.last("open", source) }
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFREG, kind != S_IFDIR else { return .file(path: source) }
        let descriptor = Glibc.open(source, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure.last("open", source) }
        return try look(at: ArchiveStream(descriptor, source), path, longestZip)
    }

    private static func look(at stream: ArchiveStream, _ path: String, _ longestZip: Int) throws(FileFailure) -> Found {
        let kind = try stream.peek().withUnsafeBufferPointer { ArchiveKind(head: $0) }
        switch kind {
        case .compressed, .tar: return .archive(stream, kind ?? .tar)
        case .zip: return try copy(stream, to: path, atMost: longestZip) ? .file(path: path) : .tooLong
        case nil:
            _ = try copy(stream, to: path, atMost: Int.max)
            return .file(path: path)
        }
    }

    /// - Returns: false where there is more than `most` bytes.
    private static func copy(_ stream: ArchiveStream, to path: String, atMost most: Int) throws(FileFailure) -> Bool {
        var file = try OutputFile(path: path)
        var watch = ContentWatch()
        while let bytes = try stream.next() {
            if file.count + bytes.count > most { return false }
            try file.write(bytes)
            guard watch.take(bytes) else { break }
        }
        try file.finish(isDurable: false)
        return true
    }
}
