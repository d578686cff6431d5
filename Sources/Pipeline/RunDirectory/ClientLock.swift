internal import Foundation
internal import Glibc
internal import Update

/// The right to change one client's runs and database: a lock of the operating system, which the kernel frees when its
/// holder dies.
final class ClientLock {
    private let descriptor: Int32

    /// - Throws: `RunRefusal` with the holder and what to do, where another process holds the lock; `FileFailure`.
    init(path: String, client: String, purpose: String) throws {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileFailure("open", path, code: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.read(descriptor)
            close(descriptor)
            throw RunRefusal(
                "client \(client) is being worked on by \(holder.isEmpty ? "another process" : holder); "
                    + "wait for it to end (holdfast status), then repeat the command")
        }
        let text = Array("process \(getpid()): \(purpose)\n".utf8)
        ftruncate(descriptor, 0)
        _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit {
        ftruncate(descriptor, 0)
        close(descriptor)
    }

    /// Who holds the lock of that file now; nil where nobody does.
    static func holder(path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_SH | LOCK_NB) != 0 else { return nil }
        return read(descriptor)
    }

    private static func read(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
        return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
    }
}

/// A command that cannot be carried out as things stand: why, and what to type instead. Exit status 2.
public struct RunRefusal: Error, Sendable, Equatable, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
