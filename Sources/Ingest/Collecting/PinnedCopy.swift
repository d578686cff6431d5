internal import Glibc
internal import Transfer
internal import Update

/// A file as it was delivered, kept unchanged in the attempt's folder.
public struct PinnedFile: Sendable, Codable, Equatable {
    /// The name as delivered.
    public var name: String
    /// Bytes.
    public var size: Int
    /// 64 lower-case hexadecimal digits.
    public var sha256: String

    public init(name: String, size: Int, sha256: String) {
        self.name = name
        self.size = size
        self.sha256 = sha256
    }

    /// Where the copy lies, relative to the attempt's folder.
    public var path: String { "\(StageFile.pinned)/\(name)" }
}

/// A delivery that changed while it was copied: it still grows, and the copy is of no use.
public struct DeliveryChanged: Error, Sendable, Equatable, CustomStringConvertible {
    public let name: String

    public var description: String { "\(name) changed while it was copied; run again when its transfer is complete" }
}

/// Copies deliveries, with their checksum on the way.
enum PinnedCopy {
    private static let chunk = 1 << 20

    /// Copies a delivery into the attempt's folder, durably.
    ///
    /// - Throws: `FileFailure`, or ``DeliveryChanged``.
    static func copy(_ delivery: Delivery, toAttempt folder: String) throws -> PinnedFile {
        let before = try delivery.state()
        var target = try OutputFile(path: "\(folder)/\(StageFile.pinned)/\(delivery.name)")
        var sum = try Digest(.sha256)
        try forEachChunk(of: delivery) { (bytes) throws(FileFailure) in
            try sum.update(bytes)
            try target.write(bytes)
        }
        try target.finish()
        guard try delivery.state() == before, target.count == before.size else {
            throw DeliveryChanged(name: delivery.name)
        }
        return PinnedFile(name: delivery.name, size: target.count, sha256: try sum.finish())
    }

    /// The checksum of a delivery where it lies.
    static func checksum(of delivery: Delivery) throws(FileFailure) -> String {
        var sum = try Digest(.sha256)
        try forEachChunk(of: delivery) { (bytes) throws(FileFailure) in try sum.update(bytes) }
        return try sum.finish()
    }

    /// Reads a delivery from its start. A link in its place is refused, so that nothing outside the inbox is read.
    private static func forEachChunk(
        of delivery: Delivery, _ body: (UnsafeRawBufferPointer) throws(FileFailure) -> Void
    ) throws(FileFailure) {
        let descriptor = delivery.withPath { open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
        guard descriptor >= 0 else { throw FileFailure.last("open", delivery.displayPath) }
        defer { close(descriptor) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let got = read(descriptor, buffer.baseAddress, buffer.count)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw FileFailure.last("read", delivery.displayPath) }
            if got == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: buffer[..<got]))
        }
    }
}
