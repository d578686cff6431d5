internal import Glibc

/// A file open for reading at any place. Safe to share: reading moves no position.
public final class InputFile: Sendable {
    public let path: String
    /// Bytes in the file when it was opened.
    public let size: Int
    private let descriptor: Int32

    public init(path: String) throws(FileFailure) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure.last("open", path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let failure = FileFailure.last("look at", path)
            close(descriptor)
            throw failure
        }
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Reads up to `count` bytes from `offset`, appending them to `buffer`; fewer only at the file's end.
    ///
    /// - Returns: how many bytes were read.
    @discardableResult
    public func read(at offset: Int, count: Int, into buffer: inout [UInt8]) throws(FileFailure) -> Int {
        let start = buffer.count
        let wanted = max(0, count)
        buffer.append(contentsOf: repeatElement(0, count: wanted))
        var done = 0
        while done < wanted {
            let got = buffer.withUnsafeMutableBytes { bytes in
                pread(descriptor, bytes.baseAddress.map { $0 + start + done }, wanted - done, off_t(offset + done))
            }
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else {
                let failure = FileFailure.last("read", path)
                buffer.removeLast(buffer.count - start)
                throw failure
            }
            if got == 0 { break }
            done += got
        }
        buffer.removeLast(wanted - done)
        return done
    }
}
