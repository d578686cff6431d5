/// How a server is spoken to: who logs in, what proves that it is the right server, and how long to be patient.
public struct Connection: Sendable, Equatable {
    public var user: String?
    /// Where the user's name is kept secret.
    public var userFrom: SecretPlace?
    /// The password, or for a key its passphrase.
    public var password: SecretPlace?
    /// sftp: the file of the private key, which logs in instead of a password.
    public var keyFile: String?
    /// sftp: what `ssh-keygen -lf` prints of the server's key, `SHA256:…`. Without it no connection is made.
    public var hostKey: String?
    /// https and ftps: a file of certificates to trust instead of the system's.
    public var caFile: String?
    /// ftp: ask for TLS on the connection and refuse to go on without (RFC 4217).
    public var requiresTLS = false
    public var limits = TransferLimits()

    public init() {}
}

/// When a transfer is given up.
public struct TransferLimits: Sendable, Equatable {
    /// How long a connection may take, login included.
    public var connectSeconds = 30
    /// Fewer bytes a second than this …
    public var slowestBytesPerSecond = 100
    /// … for so long end the attempt.
    public var slowSeconds = 60
    /// A file that is larger is not fetched.
    public var largestFile = 64 << 30
    /// A listing or page that is larger is not read.
    public var largestPage = 64 << 20

    public init() {}
}

/// How often to try again, and after which pauses: each twice as long as the one before, up to a limit, half of it by
/// chance, so that many clients do not come back at the same instant.
public struct RetryPlan: Sendable, Equatable {
    /// Attempts in a row that bring nothing.
    public var attempts = 5
    public var firstPauseSeconds = 2.0
    public var longestPauseSeconds = 120.0
    /// Attempts in all, those that brought a part of the file too.
    public var attemptsInAll = 100

    public init() {}

    /// - Parameters:
    ///   - failures: attempts in a row that brought nothing, from 1.
    ///   - chance: from 0 up to 1.
    ///   - asked: what the server asks for, which is kept to up to one hour.
    func pause(afterFailures failures: Int, chance: Double, asked: Double?) -> Double {
        let doubled = firstPauseSeconds * Double(1 << min(20, max(0, failures - 1)))
        let whole = min(longestPauseSeconds, doubled)
        return max(whole / 2 + whole / 2 * chance, min(asked ?? 0, 3600))
    }
}

/// What a transfer is given from outside, so that tests own it.
public struct TransferSurroundings: Sendable {
    public var sleep: @Sendable (_ seconds: Double) -> Void
    /// From 0 up to 1.
    public var chance: @Sendable () -> Double
    /// Makes a path of the workspace absolute.
    public var absolute: @Sendable (String) -> String

    public init(
        sleep: @escaping @Sendable (_ seconds: Double) -> Void,
        chance: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
        absolute: @escaping @Sendable (String) -> String = { $0 }
    ) {
        self.sleep = sleep
        self.chance = chance
        self.absolute = absolute
    }
}
