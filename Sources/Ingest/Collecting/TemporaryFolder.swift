internal import Glibc
public import Update

/// A folder for copies that are needed while a command runs; it goes when nobody holds it any more.
public final class TemporaryFolder: Sendable {
    public let path: String

    /// Makes the folder in TMPDIR, or in /tmp.
    public init() throws(FileFailure) {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/holdfast-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw FileFailure.last("create a folder in", parent) }
        path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        for name in (try? FolderListing.names(in: path)) ?? [] {
            _ = Delivery(fileName: name, in: path).withPath { unlink($0) }
        }
        rmdir(path)
    }
}

/// The standard input as a file, so that it is read like any other.
enum StandardInput {
    /// Copies everything that comes to a file in `scratch`.
    ///
    /// - Returns: its path.
    static func copy(into scratch: TemporaryFolder) throws(FileFailure) -> String {
        let path = "\(scratch.path)/standard-input"
        var file = try OutputFile(path: path)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let got = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw FileFailure.last("read", "the standard input") }
            if got == 0 { break }
            try file.write(buffer[..<got])
        }
        try file.finish(isDurable: false)
        return path
    }
}
