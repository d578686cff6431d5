internal import Glibc
internal import MARC
internal import Update

/// A file as a contributor left it, not yet collected.
public struct Delivery: Sendable, Equatable {
    /// The name for people and reports. Bytes of a file name that are not UTF-8 stand here as `\xNN`.
    public let name: String
    /// Where it lies: the path's bytes as the operating system has them.
    let path: [UInt8]

    /// A file whose path is text.
    public init(name: String, path: String) {
        self.name = name
        self.path = Array(path.utf8)
    }

    /// A file of a folder, by the bytes of its name.
    init(fileName: [UInt8], in folder: String) {
        name = Self.displayName(fileName)
        path = Array(folder.utf8) + [UInt8(ascii: "/")] + fileName
    }

    /// The path for messages.
    public var displayPath: String { Bytes.display(path, limit: 1000) }

    /// A name that a file may bear, at most 200 bytes long, whatever bytes the original holds.
    private static func displayName(_ fileName: [UInt8]) -> String {
        var name = Bytes.display(fileName)
        while name.utf8.count > 200 { name.removeLast() }
        return name
    }

    /// Calls the C library with the path.
    func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return "".withCString(body) }
            return body(base)
        }
    }

    /// Bytes in the file now; 0 where it is gone.
    public var size: Int { (try? state().size) ?? 0 }

    /// What the file looks like now.
    ///
    /// - Throws: `FileFailure`, ENOENT where it is gone.
    func state() throws(FileFailure) -> FileState {
        var status = stat()
        guard withPath({ lstat($0, &status) }) == 0 else { throw FileFailure.last("look at", displayPath) }
        return FileState(
            size: Int(status.st_size), seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec),
            isRegular: status.st_mode & S_IFMT == S_IFREG)
    }
}

/// By what a file that still grows is told from one that is done.
struct FileState: Sendable, Equatable {
    /// Bytes.
    var size: Int
    /// When it was last written.
    var seconds: Int
    var nanoseconds: Int
    /// A file, and no folder, link, pipe or device.
    var isRegular: Bool
}
