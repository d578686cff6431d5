internal import Glibc

/// A password or the like: it comes from the environment or from a file, and no way of printing shows it.
public struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let text: String

    init(_ text: String) { self.text = text }

    public var description: String { "(secret)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Where a secret is to be found: `env:NAME` or `file:PATH`.
public enum SecretPlace: Sendable, Equatable, CustomStringConvertible {
    case environment(String)
    /// Relative to the workspace, or from the root.
    case file(String)

    public init?(_ text: String) {
        if text.hasPrefix("env:"), text.utf8.count > 4 {
            self = .environment(String(text.dropFirst(4)))
        } else if text.hasPrefix("file:"), text.utf8.count > 5 {
            self = .file(String(text.dropFirst(5)))
        } else {
            return nil
        }
    }

    public var description: String {
        switch self {
        case .environment(let name): "env:\(name)"
        case .file(let path): "file:\(path)"
        }
    }

    /// The secret as it is now; of a file the first line.
    ///
    /// - Parameter absolute: makes a path of the workspace absolute.
    func read(for address: Address, absolute: (String) -> String) throws(TransferError) -> Secret {
        switch self {
        case .environment(let name):
            guard let value = getenv(name) else {
                throw TransferError(
                    .setting, at: address, "the environment has no \(name), which holds a secret of the source")
            }
            return Secret(String(cString: value))
        case .file(let path):
            guard let line = SmallFile.firstLine(absolute(path)) else {
                throw TransferError(
                    .setting, at: address, "the file \(path), which holds a secret of the source, cannot be read")
            }
            return Secret(line)
        }
    }
}

enum SmallFile {
    /// The first line of a file, of at most 64 KiB; nil where it cannot be read.
    static func firstLine(_ path: String) -> String? {
        guard let text = text(path) else { return nil }
        return String(text.prefix { !$0.isNewline })
    }

    /// The text of a file, of at most 64 KiB; nil where it cannot be read.
    static func text(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        var count = 0
        while count < bytes.count {
            let start = count
            let got = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
            }
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { return nil }
            if got == 0 { break }
            count += got
        }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
