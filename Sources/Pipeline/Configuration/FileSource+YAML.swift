internal import Ingest
internal import Transfer

/// A contributor's `source` in the client's file.
///
/// ```yaml
/// source:
///   url: sftp://ftp.harbour.example/export/
///   pattern: "*.mrc"
///   user: holdfast
///   key-file: keys/harbour
///   host-key: SHA256:3Z2yx+SwW8oYiDf0oy/qnNWLL63KnzAtLtAcTARUu78
///   delete-after: true
/// ```
extension FileSource {
    /// - Returns: nil, with a problem, where the address is missing or no good.
    init?(_ map: YAMLMap) {
        let (address, connection) = (Self.address("url", in: map), Connection(map))
        let patterns = map.strings("pattern")
        let checksum = map.word("checksum", among: Digest.Algorithm.allCases.map { ($0.rawValue, $0) })
        let attempts = map.integer("attempts", in: 1...100)
        let afterwards = Self.afterwards(map, at: address)
        guard let address else { return nil }
        self.init(address, connection: connection, checksum: checksum, afterwards: afterwards)
        if !patterns.isEmpty { pattern = NamePattern(patterns) }
        if !patterns.isEmpty, !address.isFolder {
            map.problem(at: "pattern", "'pattern' chooses files of a folder; end 'url' with / where it is one")
        }
        retries.attempts = attempts ?? retries.attempts
        connection.check(for: address, map)
    }

    /// The address under `key`; nil, with a problem, where there is none.
    static func address(_ key: String, in map: YAMLMap) -> Address? {
        let text = map.requiredString(key)
        guard !text.isEmpty else { return nil }
        do {
            return try Address(text)
        } catch {
            map.problem(at: key, "'\(key)' \(error)")
            return nil
        }
    }

    private static func afterwards(_ map: YAMLMap, at address: Address?) -> Afterwards {
        let deletes = map.flag("delete-after") ?? false
        let folder = map.string("move-to")
        if deletes, folder != nil {
            map.problem(at: "move-to", "'move-to' and 'delete-after' exclude each other; name one of them")
        }
        if deletes || folder != nil, let address, !RemoteServer.canTidy(address.scheme) {
            let key = deletes ? "delete-after" : "move-to"
            map.problem(at: key, "'\(key)' cannot be done on a web server; leave it out")
        }
        return folder.map { .move(to: $0) } ?? (deletes ? .delete : .keep)
    }
}

extension Connection {
    /// Reads who logs in and what proves that the server is the right one.
    init(_ map: YAMLMap) {
        self.init()
        user = map.string("user")
        userFrom = Self.place("user-from", in: map)
        password = Self.place("password-from", in: map)
        keyFile = map.string("key-file")
        hostKey = map.string("host-key")
        caFile = map.string("ca-file")
        requiresTLS = map.word("tls", among: [("required", true), ("as-the-url-says", false)]) ?? false
        limits.slowSeconds = map.integer("slow-seconds", in: 1...3600) ?? limits.slowSeconds
        limits.connectSeconds = map.integer("connect-seconds", in: 1...3600) ?? limits.connectSeconds
        if user != nil, userFrom != nil {
            map.problem(at: "user-from", "'user' and 'user-from' say the same; name one of them")
        }
        if map.names.contains("password") {
            _ = map.string("password")
            map.problem(at: "password", "a password never stands here; name where it is with 'password-from'")
        }
    }

    private static func place(_ key: String, in map: YAMLMap) -> SecretPlace? {
        guard let text = map.string(key) else { return nil }
        if let place = SecretPlace(text) { return place }
        // The text itself may be a secret that somebody put here by mistake.
        map.problem(at: key, "'\(key)' expects env:NAME or file:PATH")
        return nil
    }

    /// What the protocol needs, and what is of no use to it.
    func check(for address: Address, _ map: YAMLMap) {
        if address.scheme == .sftp {
            if hostKey.map({ !Self.isFingerprint($0) }) ?? true {
                let found = hostKey.map { "found '\($0)'" } ?? "the key is missing"
                map.problem(
                    at: "host-key",
                    "'host-key' expects SHA256: and 43 characters, as ssh-keygen -lf prints them; \(found)")
            }
            if user == nil, userFrom == nil { map.problem(at: "user", "sftp needs 'user' or 'user-from'") }
            if keyFile == nil, password == nil {
                map.problem(at: "key-file", "sftp needs 'key-file' or 'password-from'")
            }
        } else {
            for (key, isThere) in [("key-file", keyFile != nil), ("host-key", hostKey != nil)] where isThere {
                map.problem(at: key, "'\(key)' is for sftp only; leave it out")
            }
        }
        if requiresTLS, address.scheme != .ftp {
            map.problem(
                at: "tls", "'tls' is for ftp only; \(address.scheme.rawValue) says by itself whether it is safe")
        }
    }

    private static func isFingerprint(_ text: String) -> Bool {
        let digits = text.hasPrefix("SHA256:") ? text.dropFirst(7) : ""
        return digits.utf8.count == 43
            && digits.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2B
                    || $0 == 0x2F
            }
    }
}
