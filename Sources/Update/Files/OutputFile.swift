internal import Glibc

/// A file being written from its start, through a buffer of 256 KiB. `finish()` makes it durable.
public struct OutputFile: ~Copyable {
    public let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    /// Bytes written so far, buffered ones included.
    public private(set) var count = 0
    private var isClosed = false

    private static let bufferSize = 256 << 10

    /// Creates the file or empties it.
    public init(path: String) throws(FileFailure) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw FileFailure.last("create", path) }
        buffer.reserveCapacity(Self.bufferSize)
    }

    deinit { if !isClosed { _ = close(descriptor) } }

    /// Appends bytes.
    public mutating func write(_ bytes: some Collection<UInt8>) throws(FileFailure) {
        buffer.append(contentsOf: bytes)
        count += bytes.count
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Appends bytes; a block as large as the buffer goes to the file without being copied there first.
    public mutating func write(_ block: [UInt8]) throws(FileFailure) {
        if block.count < Self.bufferSize {
            buffer.append(contentsOf: block)
        } else {
            try flush()
            try put(block)
        }
        count += block.count
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// Writes what is buffered, syncs the file and closes it.
    ///
    /// - Parameter isDurable: false for a file that need not outlive the process; it is then not synced.
    public mutating func finish(isDurable: Bool = true) throws(FileFailure) {
        try flush()
        guard !isDurable || fsync(descriptor) == 0 else { throw FileFailure.last("sync", path) }
        isClosed = true
        guard close(descriptor) == 0 else { throw FileFailure.last("close", path) }
    }

    private mutating func flush() throws(FileFailure) {
        try put(buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private func put(_ bytes: [UInt8]) throws(FileFailure) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { throw FileFailure.last("write", path) }
            done += written
        }
    }
}
