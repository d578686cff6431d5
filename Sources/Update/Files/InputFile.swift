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
        var result = Result<Int, FileFailure>.success(0)
        buffer.append(addingCapacity: max(0, count)) { span in
            span.withUnsafeMutableBufferPointer { bytes, written in
                do throws(FileFailure) {
                    written = try read(at: offset, into: UnsafeMutableRawBufferPointer(bytes))
                    result = .success(written)
                } catch {
                    result = .failure(error)
                }
            }
        }
        return try result.get()
    }

    /// Reads as many bytes from `offset` as `target` has room for; fewer only at the file's end.
    ///
    /// - Returns: how many bytes were read.
    public func read(at offset: Int, into target: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int {
        var done = 0
        while done < target.count {
            let got = pread(descriptor, target.baseAddress.map { $0 + done }, target.count - done, off_t(offset + done))
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw FileFailure.last("read", path) }
            if got == 0 { break }
            done += got
        }
        return done
    }
}
