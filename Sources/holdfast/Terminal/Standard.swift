internal import Foundation
internal import Glibc
internal import Update

/// Results, on the standard output.
enum Standard {
    /// Writes text; ends the program quietly where nobody reads any more.
    static func write(_ text: String) { write(Array(text.utf8)) }

    static func write(_ bytes: [UInt8]) {
        let count = bytes.withUnsafeBytes { fwrite($0.baseAddress, 1, $0.count, stdout) }
        guard count == bytes.count else { fail() }
    }

    /// Writes what is still buffered.
    static func flush() { if fflush(stdout) != 0 { fail() } }

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
        exit(code == EPIPE ? 0 : ExitStatus.failed.rawValue)
    }
}
