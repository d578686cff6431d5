internal import CLibCurl

/// A server, or a folder of this machine, that files are fetched from. One owner; its connections stay open between calls.
///
/// ```swift
/// let server = try RemoteServer(address, connection, surroundings)
/// for file in try server.files(matching: NamePattern(["*.mrc"])) { try server.fetch(file, to: "in/\(file.name).part") }
/// ```
public struct RemoteServer: ~Copyable {
    /// The folder, or the one file.
    public let address: Address
    let connection: Connection
    let retries: RetryPlan
    let surroundings: TransferSurroundings
    private let user: String?
    private let secret: Secret?
    private let handle: CurlHandle

    /// Connects to nothing yet.
    ///
    /// - Throws: ``TransferError`` `.setting` where a secret or a key file cannot be read, or sftp has no host key to
    ///   expect.
    public init(
        _ address: Address, _ connection: Connection, retries: RetryPlan = RetryPlan(),
        _ surroundings: TransferSurroundings
    ) throws(TransferError) {
        try Self.check(address, connection, surroundings)
        let user = try Self.user(of: connection, for: address, surroundings)
        let secret = try connection.password?.read(for: address, absolute: surroundings.absolute)
        let handle = try CurlHandle(for: address)
        (self.address, self.connection, self.retries) = (address, connection, retries)
        (self.surroundings, self.user, self.secret) = (surroundings, user, secret)
        self.handle = handle
    }

    private static func user(of connection: Connection, for address: Address, _ surroundings: TransferSurroundings)
        throws(TransferError) -> String?
    {
        if let user = connection.user { return user }
        return try connection.userFrom?.read(for: address, absolute: surroundings.absolute).text
    }

    private static func check(_ address: Address, _ connection: Connection, _ surroundings: TransferSurroundings)
        throws(TransferError)
    {
        guard address.scheme != .sftp || connection.hostKey != nil else {
            throw TransferError(.setting, at: address, "no host-key says which server is the right one")
        }
        for path in [connection.keyFile, connection.caFile].compactMap({ $0 })
        where SmallFile.text(surroundings.absolute(path)) == nil {
            throw TransferError(.setting, at: address, "the file \(path) cannot be read")
        }
    }

    // MARK: One request

    /// What an answer said besides its body.
    struct Answer {
        /// The http status; 0 elsewhere.
        let status: Int
        let state: RemoteFile.State
        let sink: ResponseSink
    }

    /// What kind of request.
    enum Verb: Equatable {
        case get
        /// Everything but the body.
        case head
        /// ftp: the folder as MLSD lists it.
        case machineListing
        /// Names alone.
        case names
    }

    /// Asks once.
    ///
    /// - Parameter isPacked: the answer may come packed, and is unpacked on the way.
    /// - Throws: ``TransferError``, and what `sink` threw.
    func ask(
        _ address: Address, _ verb: Verb = .get, headers: [String] = [], commands: [String] = [], from offset: Int = 0,
        isPacked: Bool = false, into sink: ResponseSink
    ) throws -> Answer {
        handle.reset()
        if isPacked { handle.set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate") }
        setWhere(address)
        setPatience()
        setLogin(address)
        switch verb {
        case .get: break
        case .head: handle.set(CURLOPT_NOBODY, true)
        case .machineListing: handle.set(CURLOPT_CUSTOMREQUEST, "MLSD")
        case .names: handle.set(CURLOPT_DIRLISTONLY, true)
        }
        if offset > 0, !address.isWeb { handle.setOffset(CURLOPT_RESUME_FROM_LARGE, offset) }
        let code = handle.perform(headers: headers, commands: commands, into: sink)
        if let thrown = sink.thrown { throw thrown }
        if address.isWeb, sink.status > 0,
            let error = CurlFailure.error(
                status: sink.status, sink, wait: handle.offset(CURLINFO_RETRY_AFTER), at: address)
        {
            throw error
        }
        guard code == CURLE_OK else {
            throw CurlFailure.error(code, handle.problem(code), received: sink.count, at: address)
        }
        return Answer(status: sink.status, state: state(sink), sink: sink)
    }

    private func state(_ sink: ResponseSink) -> RemoteFile.State {
        RemoteFile.State(
            size: handle.offset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T), modified: handle.offset(CURLINFO_FILETIME_T),
            etag: sink.header("etag"))
    }

    private func setWhere(_ address: Address) {
        handle.set(CURLOPT_URL, address.text)
        handle.set(CURLOPT_PROTOCOLS_STR, address.scheme.rawValue)
        // Never from a safe line to an open one.
        handle.set(CURLOPT_REDIR_PROTOCOLS_STR, address.scheme == .http ? "http,https" : "https")
        handle.set(CURLOPT_FOLLOWLOCATION, address.isWeb)
        handle.set(CURLOPT_MAXREDIRS, 5)
        handle.set(CURLOPT_USERAGENT, "holdfast")
        handle.set(CURLOPT_FILETIME, true)
        if address.isLoopback { handle.set(CURLOPT_PROXY, "") }
    }

    private func setPatience() {
        let limits = connection.limits
        handle.set(CURLOPT_NOSIGNAL, true)
        handle.set(CURLOPT_CONNECTTIMEOUT, limits.connectSeconds)
        handle.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, limits.slowSeconds))
        handle.set(CURLOPT_LOW_SPEED_LIMIT, limits.slowestBytesPerSecond)
        handle.set(CURLOPT_LOW_SPEED_TIME, limits.slowSeconds)
        handle.setOffset(CURLOPT_MAXFILESIZE_LARGE, limits.largestFile)
    }

    private func setLogin(_ address: Address) {
        if let caFile = connection.caFile { handle.set(CURLOPT_CAINFO, surroundings.absolute(caFile)) }
        if address.scheme == .ftp, connection.requiresTLS { handle.set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)) }
        if let user { handle.set(CURLOPT_USERNAME, user) }
        if address.isWeb, user != nil { handle.set(CURLOPT_HTTPAUTH, Self.basicOrDigest) }
        if let hostKey = connection.hostKey {
            handle.set(
                CURLOPT_SSH_HOST_PUBLIC_KEY_SHA256,
                hostKey.hasPrefix("SHA256:") ? String(hostKey.dropFirst(7)) : hostKey)
        }
        if let keyFile = connection.keyFile {
            handle.set(CURLOPT_SSH_AUTH_TYPES, Int(CURLSSH_AUTH_PUBLICKEY))
            handle.set(CURLOPT_SSH_PRIVATE_KEYFILE, surroundings.absolute(keyFile))
            if let secret { handle.set(CURLOPT_KEYPASSWD, secret.text) }
        } else {
            handle.set(CURLOPT_SSH_AUTH_TYPES, Int(CURLSSH_AUTH_PASSWORD) | Int(CURLSSH_AUTH_KEYBOARD))
            if let secret { handle.set(CURLOPT_PASSWORD, secret.text) }
        }
    }

    /// CURLAUTH_BASIC and CURLAUTH_DIGEST, casts that Swift does not import.
    private static let basicOrDigest = 3

    // MARK: Again and again

    /// Tries `body` again while what it throws may pass.
    func retrying<Result>(_ body: () throws -> Result) throws -> Result {
        var failures = 0
        while true {
            do {
                return try body()
            } catch let error as TransferError where error.isTransient {
                failures += 1
                guard failures < retries.attempts else { throw error }
                pause(afterFailures: failures, error)
            }
        }
    }

    func pause(afterFailures failures: Int, _ error: TransferError) {
        surroundings.sleep(
            retries.pause(afterFailures: failures, chance: surroundings.chance(), asked: error.retryAfterSeconds))
    }

    /// A page as a whole, in memory.
    public func page(_ address: Address) throws -> [UInt8] { try retrying { try pageOnce(address) } }

    /// A page as a whole, and what `read` makes of it; asked for again where `read` throws what may pass.
    ///
    /// - Throws: ``TransferError``, and what `read` throws.
    public func page<Result>(_ address: Address, _ read: ([UInt8]) throws -> Result) throws -> Result {
        try retrying { try read(try pageOnce(address, isPacked: true)) }
    }

    func pageOnce(_ address: Address, _ verb: Verb = .get, isPacked: Bool = false) throws -> [UInt8] {
        var bytes: [UInt8] = []
        let limit = connection.limits.largestPage
        let sink = ResponseSink { sink, piece in
            guard bytes.count + piece.count <= limit else {
                throw TransferError(.tooLarge, at: address, "the page has more than \(limit) bytes")
            }
            if sink.status == 0 || sink.status == 200 { bytes.append(contentsOf: piece) }
        }
        _ = try ask(address, verb, isPacked: isPacked, into: sink)
        return bytes
    }
}
