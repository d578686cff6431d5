internal import Foundation
internal import Glibc
internal import Synchronization
internal import Update

/// Results, on the standard output.
enum Standard {
    private static let waiting = Mutex<[UInt8]>([])

    /// Writes text; ends the program quietly where nobody reads any more.
    static func write(_ text: String) { write(Array(text.utf8)) }

    static func write(_ bytes: [UInt8]) {
        let isFull = waiting.withLock { waiting -> Bool in
            waiting.append(contentsOf: bytes)
            return waiting.count >= 64 << 10
        }
        if isFull { flush() }
    }

    /// Writes what is still buffered; the program does so before it ends.
    static func flush() {
        let bytes = waiting.withLock { waiting -> [UInt8] in
            defer { waiting.removeAll(keepingCapacity: true) }
            return waiting
        }
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes {
                Glibc.write(STDOUT_FILENO, $0.baseAddress.map { $0 + done }, $0.count - done)
            }
            if written < 0 && errno == EINTR { continue }
            guard written > 0 else { fail() }
            done += written
        }
    }

    /// Copies a file to the standard output.
    static func copy(_ path: String) throws {
        let file = try InputFile(path: path)
        var offset = 0
        var buffer: [UInt8] = []
        while offset < file.size {
            buffer.removeAll(keepingCapacity: true)
            let got = try file.read(at: offset, count: 1 << 20, into: &buffer)
            if got == 0 { break }
            write(buffer)
            offset += got
        }
    }

    private static func fail() -> Never {
        let code = errno
        if code != EPIPE { Message.error(FileFailure("write to", "the standard output", code: code).description) }
        Glibc.exit(code == EPIPE ? 0 : ExitStatus.failed.rawValue)
    }
}
