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

    deinit { Self.remove(path) }

    /// Removes a folder with all that is in it; links are removed, never followed.
    private static func remove(_ folder: String) {
        for name in (try? FolderListing.names(in: folder)) ?? [] {
            let entry = Delivery(fileName: name, in: folder)
            if entry.withPath({ unlink($0) }) != 0, let inner = String(validating: name, as: UTF8.self) {
                remove("\(folder)/\(inner)")
            }
        }
        rmdir(folder)
    }
}

/// What can only be read once, from its start, as a file that is read like any other. Of what nothing can be made no more
/// is copied than shows it.
enum StreamInput {
    /// The path of a file with the content of `source`: itself, or for the standard input `-`, a pipe or a device a copy
    /// in `scratch`.
    static func path(_ source: String, scratch: TemporaryFolder, name: String) throws(FileFailure) -> String {
        if source == "-" { return try copy(STDIN_FILENO, of: "the standard input", to: "\(scratch.path)/\(name)") }
        var status = stat()
        guard stat(source, &status) == 0 else { throw FileFailure.last("open", source) }
        let kind = status.st_mode & S_IFMT
        guard kind != S_IFREG, kind != S_IFDIR else { return source }
        let descriptor = Glibc.open(source, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure.last("open", source) }
        defer { close(descriptor) }
        return try copy(descriptor, of: source, to: "\(scratch.path)/\(name)")
    }

    private static func copy(_ descriptor: Int32, of source: String, to path: String) throws(FileFailure) -> String {
        var file = try OutputFile(path: path)
        var watch = ContentWatch()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let got = read(descriptor, buffer.baseAddress, buffer.count)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw FileFailure.last("read", source) }
            if got == 0 { break }
            try file.write(buffer[..<got])
            guard watch.take(UnsafeRawBufferPointer(rebasing: buffer[..<got])) else { break }
        }
        try file.finish(isDurable: false)
        return path
    }
}
