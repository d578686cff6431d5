/// Why a transfer did not succeed, in one sentence: where, what was found, what to do next. It never holds a secret.
public struct TransferError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Kind: String, Sendable, CaseIterable {
        /// No such server, no connection, or the server says that it is busy.
        case unreachable
        case timedOut = "timed-out"
        case loginRefused = "login-refused"
        /// Another host key or certificate than expected.
        case serverNotTrusted = "server-not-trusted"
        case notFound = "not-found"
        /// The server says no, for good.
        case refused
        /// The connection ended in the middle of a file.
        case cut
        /// Too few bytes for too long.
        case tooSlow = "too-slow"
        case sizeDiffers = "size-differs"
        case checksumDiffers = "checksum-differs"
        /// The file at the source changed between two looks.
        case stillGrows = "still-grows"
        case tooLarge = "too-large"
        /// An answer of which nothing can be made.
        case unusable
        /// What is set for the source cannot be used on this machine: a key file that is missing, a name that is not set.
        case setting
    }

    public let kind: Kind
    /// The address, without user and password.
    public let address: String
    public let found: String
    /// How long the server asks to wait, in seconds; nil where it does not.
    public var retryAfterSeconds: Double?

    public init(_ kind: Kind, at address: Address, _ found: String, retryAfterSeconds: Double? = nil) {
        self.kind = kind
        self.address = address.text
        self.found = found
        self.retryAfterSeconds = retryAfterSeconds
    }

    public var description: String { "\(address): \(found); \(kind.next)" }

    /// Whether the same may succeed a moment later.
    public var isTransient: Bool {
        switch kind {
        case .unreachable, .timedOut, .cut, .tooSlow: true
        default: false
        }
    }
}

extension TransferError.Kind {
    /// What to do next.
    var next: String {
        switch self {
        case .unreachable, .timedOut:
            "check the address and whether the server is up; the next run tries again"
        case .loginRefused: "check the user and the password or key of the source"
        case .serverNotTrusted:
            "ask the library whether its server has changed, and only then set the new host-key or ca-file"
        case .notFound: "check the path, or ask the library where the file is"
        case .refused: "ask the library's server administrator for access"
        case .cut, .tooSlow: "what has arrived is kept and the next run goes on from there"
        case .sizeDiffers, .checksumDiffers: "nothing of it was taken; the next run fetches it anew"
        case .stillGrows: "it is fetched when it no longer changes"
        case .tooLarge: "ask the library for smaller files, or raise the source's limit"
        case .unusable: "ask the library's server administrator"
        case .setting: "mend the client's file or the environment"
        }
    }
}
