internal import Update

/// A file that has arrived: whole, verified and synced.
public struct FetchedFile: Sendable, Equatable {
    /// Bytes.
    public let size: Int
    /// 64 lower-case hexadecimal digits.
    public let sha256: String
    /// As the server knew the file when it was fetched.
    public let state: RemoteFile.State
    /// What the file was held against, as in `size`, `the header Digest`.
    public let verifiedBy: [String]
}

extension RemoteServer {
    /// Fetches a file to `path`, going on where an earlier transfer broke off.
    ///
    /// - Parameters:
    ///   - known: the state in which the file was fetched before; a web server is asked for changes only.
    ///   - beside: the algorithm of a checksum in a file beside it, `NAME.sha256`, that must be there.
    /// - Returns: nil where the server says that nothing has changed since `known`.
    /// - Throws: ``TransferError``; what has come so far stays at `path`, and the next call goes on from there.
    ///   `FileFailure` where the disk refuses.
    public func fetch(
        _ file: RemoteFile, to path: String, known: RemoteFile.State? = nil, beside: Digest.Algorithm? = nil
    ) throws -> FetchedFile? {
        let announced = try beside.map { try checksum(beside: file, $0) }
        var (failures, attempts) = (0, 0)
        while true {
            let part = try PartFile(path: path, of: file)
            let before = part.count
            do {
                guard let answer = try fetchOnce(file, part, known: known) else {
                    part.discard()
                    return nil
                }
                return try verify(file, part, answer, announced)
            } catch let error as TransferError where error.isTransient {
                try part.checkpoint()
                attempts += 1
                failures = part.count > before ? 0 : failures + 1
                guard failures < retries.attempts, attempts < retries.attemptsInAll else { throw error }
                pause(afterFailures: max(1, failures), error)
                if !file.address.isWeb { try mustBeUnchanged(file) }
            }
        }
    }

    /// What the answer that brought the end of the file said.
    private struct Ending {
        var state: RemoteFile.State
        var checksums: [AnnouncedChecksum] = []
    }

    private func fetchOnce(_ file: RemoteFile, _ part: PartFile, known: RemoteFile.State?) throws -> Ending? {
        // Everything is there: an earlier transfer ended before it was verified.
        if part.count > 0, part.count == file.state.size { return Ending(state: file.state) }
        var began = false
        let limit = connection.limits.largestFile
        let sink = ResponseSink { sink, bytes in
            guard sink.status == 0 || sink.status == 200 || sink.status == 206 else { return }
            if !began, sink.status > 0, !Self.continues(sink, at: part.count) { try part.restart() }
            began = true
            guard part.count + bytes.count <= limit else {
                throw TransferError(.tooLarge, at: file.address, "the file has more than \(limit) bytes")
            }
            try part.append(bytes)
        }
        let answer = try ask(
            file.address, headers: Self.conditions(file, part.count, known), from: part.count, into: sink)
        if answer.status == 304 { return nil }
        var ending = Ending(state: file.state)
        if file.address.isWeb {
            ending.state = .init(
                size: part.count, modified: answer.state.modified ?? file.state.modified, etag: answer.state.etag)
            ending.checksums = AnnouncedChecksum.inHeaders { name in
                // The checksum of a part alone says nothing about the whole.
                name == "content-md5" && sink.status == 206 ? nil : sink.header(name)
            }
        }
        return ending
    }

    /// Whether a web server goes on exactly where the part ends.
    private static func continues(_ sink: ResponseSink, at count: Int) -> Bool {
        sink.status == 206 && sink.header("content-range")?.hasPrefix("bytes \(count)-") ?? false
    }

    /// The header lines that ask for the rest, or for what has changed.
    private static func conditions(_ file: RemoteFile, _ count: Int, _ known: RemoteFile.State?) -> [String] {
        guard file.address.isWeb else { return [] }
        if count > 0 {
            // Without a name for the content the rest could be that of another file; then all is fetched anew.
            let strong = file.state.etag.flatMap { $0.hasPrefix("W/") ? nil : $0 }
            guard let validator = strong ?? file.state.modified.map(ServerDate.http) else { return [] }
            return ["Range: bytes=\(count)-", "If-Range: \(validator)"]
        }
        guard let known else { return [] }
        if let etag = known.etag { return ["If-None-Match: \(etag)"] }
        return known.modified.map { ["If-Modified-Since: \(ServerDate.http($0))"] } ?? []
    }

    /// Before a transfer goes on: the rest of a file that has changed does not fit.
    private func mustBeUnchanged(_ file: RemoteFile) throws {
        let now = try look(at: file.address)
        if now.size != file.state.size || now.modified != file.state.modified {
            throw TransferError(.stillGrows, at: file.address, Self.change(file, now.size ?? 0))
        }
    }

    private static func change(_ file: RemoteFile, _ size: Int) -> String {
        "the file changed while it was fetched: \(size) bytes after \(file.state.size.map { "\($0)" } ?? "an unknown number")"
    }

    // MARK: Verifying

    private func verify(_ file: RemoteFile, _ part: PartFile, _ ending: Ending, _ beside: AnnouncedChecksum?) throws
        -> FetchedFile
    {
        try part.checkpoint()
        var verifiedBy: [String] = []
        if let expected = file.state.size {
            guard part.count == expected else { throw try wrongSize(file, part, expected) }
            verifiedBy.append("size")
        }
        for sum in ending.checksums + [beside].compactMap({ $0 }) {
            let found = try Digest.ofFile(part.path, sum.algorithm)
            guard found == sum.digits else {
                part.discard()
                throw TransferError(
                    .checksumDiffers, at: file.address,
                    "\(sum.place) gives the \(sum.algorithm.rawValue) \(sum.digits), what arrived has \(found)")
            }
            verifiedBy.append(sum.place)
        }
        PartFile.removeNote(part.path)
        return FetchedFile(
            size: part.count, sha256: try Digest.ofFile(part.path, .sha256), state: ending.state, verifiedBy: verifiedBy
        )
    }

    private func wrongSize(_ file: RemoteFile, _ part: PartFile, _ expected: Int) throws -> TransferError {
        let now = try look(at: file.address)
        part.discard()
        if let size = now.size, size != expected {
            return TransferError(.stillGrows, at: file.address, Self.change(file, size))
        }
        return TransferError(
            .sizeDiffers, at: file.address, "the server gives the size \(expected), but \(part.count) bytes arrived")
    }

    private func checksum(beside file: RemoteFile, _ algorithm: Digest.Algorithm) throws -> AnnouncedChecksum {
        let address = file.address.appending(".\(algorithm.rawValue)")
        let text = String(decoding: try page(address), as: UTF8.self)
        guard let sum = AnnouncedChecksum.inFile(text, of: file.name, algorithm) else {
            throw TransferError(
                .unusable, at: address, "the file holds no \(algorithm.rawValue) of \(file.name)")
        }
        return sum
    }
}
