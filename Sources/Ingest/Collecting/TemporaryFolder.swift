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
