internal import Glibc
internal import MARC
internal import Update

/// Bytes that come once, from their start to their end.
final class ArchiveStream {
    private static let step = 256 << 10
    /// Enough to tell how a file is packed.
    private static let headLength = 512

    /// What is read, for messages.
    let name: String
    private let descriptor: Int32
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: step, alignment: 64)
    /// Bytes at the buffer's start that were read and not given out.
    private var waiting = 0
    private var isAtEnd = false
    /// Why reading ended before the end.
    private(set) var failure: FileFailure?
    /// Bytes that may still be read before something comes of them; see ``isStuck``.
    private var patience = ArchiveStream.mostInVain

    /// So many bytes are read for nothing: what is passed over in an archive.
    static let mostInVain = 1 << 30

    /// - Parameter descriptor: closed with the stream, but for the standard input.
    init(_ descriptor: Int32, _ name: String) { (self.descriptor, self.name) = (descriptor, name) }

    deinit {
        buffer.deallocate()
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// Whether it was left because nothing came of it for so long.
    var isStuck: Bool { patience < 0 }

    /// Says that something came of what was read.
    func progress() { patience = Self.mostInVain }

    /// The first bytes, which ``next()`` gives as well.
    func peek() throws(FileFailure) -> [UInt8] {
        while waiting < Self.headLength, try fill() {}
        return Array(buffer[..<min(waiting, Self.headLength)])
    }

    /// The next bytes, valid until the next call; nil at the end.
    func next() throws(FileFailure) -> UnsafeRawBufferPointer? {
        if waiting == 0, try !fill() { return nil }
        defer { waiting = 0 }
        return UnsafeRawBufferPointer(rebasing: buffer[..<waiting])
    }

    /// The next bytes for libarchive, which has no room for a cause: it stands in ``failure``.
    ///
    /// - Returns: nil where reading failed, or nothing came of what was read; no bytes at the end.
    func nextUnlessStuck() -> UnsafeRawBufferPointer? {
        do {
            guard let bytes = try next() else { return UnsafeRawBufferPointer(start: nil, count: 0) }
            patience -= bytes.count
            return isStuck ? nil : bytes
        } catch {
            failure = error
            return nil
        }
    }

    /// - Returns: false at the end.
    private func fill() throws(FileFailure) -> Bool {
        while !isAtEnd {
            let room = UnsafeMutableRawBufferPointer(rebasing: buffer[waiting...])
            let got = read(descriptor, room.baseAddress, room.count)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw FileFailure.last("read", name) }
            isAtEnd = got == 0
            waiting += got
            if got > 0 { return true }
        }
        return false
    }
}

/// Where an archive is read from.
enum ArchiveSource {
    case file(path: String)
    case stream(ArchiveStream)

    var stream: ArchiveStream? {
        if case .stream(let stream) = self { stream } else { nil }
    }
}
