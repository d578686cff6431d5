internal import Glibc
internal import Update

/// A file that is being fetched, and beside it a note of what it is a part of: after a crash the transfer goes on from
/// the bytes that are known to be on disk, and only while the file at the source is still the same.
final class PartFile {
    let path: String
    private let file: RemoteFile
    private let descriptor: Int32
    /// Bytes so far.
    private(set) var count = 0
    private var synced = 0

    /// Bytes after which what has come is made durable.
    private static let stride = 32 << 20

    /// Opens what an earlier transfer of the same state left, or begins anew.
    init(path: String, of file: RemoteFile) throws(FileFailure) {
        self.path = path
        self.file = file
        descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw FileFailure("create", path, code: errno) }
        let safe =
            file.state == RemoteFile.State()
            ? 0 : Self.note(path).flatMap { $0.starts(with: Self.origin(file)) ? Int($0.last ?? "") : nil } ?? 0
        let length = lseek(descriptor, 0, SEEK_END)
        count = length >= safe ? safe : 0
        synced = count
        try cut()
    }

    deinit { close(descriptor) }

    func append(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
        var done = 0
        while done < bytes.count {
            let written = pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(count))
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw FileFailure("write", path, code: errno) }
            done += written
            count += written
        }
        if count - synced >= Self.stride { try checkpoint() }
    }

    /// Throws away what there is.
    func restart() throws(FileFailure) {
        count = 0
        synced = 0
        try cut()
    }

    /// Makes durable what has come, and notes how much that is.
    func checkpoint() throws(FileFailure) {
        guard fsync(descriptor) == 0 else { throw FileFailure("sync", path, code: errno) }
        let note = (Self.origin(file) + ["\(count)"]).joined(separator: "\n")
        try Durably.replace(Self.notePath(path), with: Array(note.utf8))
        synced = count
    }

    /// Takes the file and its note away.
    func discard() {
        unlink(path)
        Self.removeNote(path)
    }

    static func removeNote(_ path: String) { unlink(notePath(path)) }

    private func cut() throws(FileFailure) {
        guard ftruncate(descriptor, off_t(count)) == 0 else { throw FileFailure("write", path, code: errno) }
    }

    private static func notePath(_ path: String) -> String { path + ".note" }

    private static func origin(_ file: RemoteFile) -> [String] {
        [
            file.address.text, file.state.size.map(String.init) ?? "-", file.state.modified.map(String.init) ?? "-",
            file.state.etag?.filter { !$0.isNewline } ?? "-",
        ]
    }

    private static func note(_ path: String) -> [String]? {
        SmallFile.text(notePath(path))?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
