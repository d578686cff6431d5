internal import Glibc
internal import Update

/// How much room a folder's device has for this user; tests give their own.
public struct FreeSpace: Sendable {
    /// Bytes that are free in the device of a folder; nil where nobody can say.
    public var bytes: @Sendable (_ folder: String) -> Int?

    public init(bytes: @escaping @Sendable (String) -> Int?) { self.bytes = bytes }

    /// What the operating system says.
    public static let system = FreeSpace { folder in
        var state = statvfs()
        guard statvfs(folder, &state) == 0 else { return nil }
        return Int(
            clamping: UInt64(state.f_bavail).multipliedReportingOverflow(by: UInt64(state.f_frsize)).partialValue)
    }
}
