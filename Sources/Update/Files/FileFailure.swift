internal import Glibc

/// What the operating system refused, in one sentence: where, what, why.
public struct FileFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was being done, as in `write`.
    public let operation: String
    public let path: String
    /// The number of the error, as in ENOSPC.
    public let code: Int32

    public init(_ operation: String, _ path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }

    /// The failure that the last call of the C library left in `errno`.
    public static func last(_ operation: String, _ path: String) -> FileFailure {
        FileFailure(operation, path, code: errno)
    }

    public var description: String { "cannot \(operation) \(path): \(String(cString: strerror(code)))" }
}
