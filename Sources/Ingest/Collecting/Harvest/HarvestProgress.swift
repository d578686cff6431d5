internal import Glibc
internal import Update

/// How far a harvest has come, kept beside its file after every part, so that a crash or a broken line costs one part.
struct HarvestProgress: Equatable {
    /// What was asked for; progress of another harvest is of no use.
    var request: String
    /// The granularity of the repository's dates.
    var granularity = ""
    /// When the first part was made, by the repository's clock: what changes from then on is the next harvest's.
    var began = ""
    /// The list at hand, as an index.
    var list = 0
    /// Asks for the next part of the list; nil for its first.
    var token: String?
    /// Bytes of the file that count.
    var bytes = 0
    /// Records and deletions so far.
    var headers = 0
    /// Both at the start of the list at hand.
    var listBytes = 0
    var listHeaders = 0
    /// How often the list at hand was begun anew, because a token was no longer valid.
    var restarts = 0
    /// What the submission has to be told of the harvest.
    var notices: [SourceNotice] = []

    private static let form = "holdfast harvest 1"

    init(request: String) { self.request = request }

    /// What stands in the file at `path`; nil where that is nothing, or of another harvest.
    init?(path: String, request: String) {
        guard let text = Self.read(path) else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let numbers = lines.count >= 6 ? lines[5].split(separator: " ").compactMap { Int($0) } : []
        guard numbers.count == 6, lines[0] == Self.form, lines[1] == request else { return nil }
        self.request = request
        (granularity, began) = (lines[2], lines[3])
        token = lines[4].isEmpty ? nil : lines[4]
        (list, bytes, headers) = (numbers[0], numbers[1], numbers[2])
        (listBytes, listHeaders, restarts) = (numbers[3], numbers[4], numbers[5])
        notices = lines.dropFirst(6).compactMap { SourceNotice(line: $0) }
    }

    /// Durable when it returns.
    func write(to path: String) throws(FileFailure) {
        let numbers = [list, bytes, headers, listBytes, listHeaders, restarts].map(String.init)
        let lines = [Self.form, request, granularity, began, token ?? "", numbers.joined(separator: " ")]
        try Durably.replace(path, with: Array((lines + notices.map(\.line)).joined(separator: "\n").utf8))
    }

    /// Keeps what the submission has to be told, once.
    mutating func note(_ notice: SourceNotice) {
        if !notices.contains(notice) { notices.append(notice) }
    }

    /// Goes on to the next list.
    mutating func endList() {
        list += 1
        token = nil
        (listBytes, listHeaders, restarts) = (bytes, headers, 0)
    }

    /// Goes back to the start of the list at hand.
    mutating func restartList() {
        token = nil
        (bytes, headers) = (listBytes, listHeaders)
        restarts += 1
    }

    private static func read(_ path: String) -> String? {
        guard let file = try? InputFile(path: path), file.size < 1 << 20 else { return nil }
        var bytes: [UInt8] = []
        guard (try? file.read(at: 0, count: file.size, into: &bytes)) == file.size else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// The file that a harvest grows in: responses as they came, one after another.
final class HarvestFile {
    let path: String
    private let descriptor: Int32

    /// Opens what an earlier harvest left, or a new file.
    init(path: String) throws(FileFailure) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw FileFailure("create", path, code: errno) }
    }

    deinit { close(descriptor) }

    /// Bytes.
    var length: Int { max(0, Int(lseek(descriptor, 0, SEEK_END))) }

    /// Leaves the first `length` bytes.
    func cut(to length: Int) throws(FileFailure) {
        guard ftruncate(descriptor, off_t(length)) == 0 else { throw FileFailure("write", path, code: errno) }
    }

    /// Writes `bytes` at `offset`, durable when it returns.
    func write(_ bytes: [UInt8], at offset: Int) throws(FileFailure) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done, off_t(offset + done))
            }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw FileFailure("write", path, code: errno) }
            done += written
        }
        guard fsync(descriptor) == 0 else { throw FileFailure("sync", path, code: errno) }
    }
}
