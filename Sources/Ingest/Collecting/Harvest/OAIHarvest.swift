internal import Glibc
internal import MARC
public import Transfer
internal import Update

/// Harvests what is new in a repository into the contributor's drop folder, as one file of all responses as they came.
///
/// After each part the progress is durable, so that the next call goes on where a line or a process broke; only a whole
/// harvest comes into the drop folder, and only then its date becomes the one from which the next harvest asks.
///
/// Source: OAI-PMH 2.0, 3.5, and the implementation guidelines for harvesters.
public struct OAIHarvest {
    public let source: OAISource
    /// Everything from the beginning, whatever was harvested before: for a full load.
    let isFull: Bool
    /// In place of the date kept from the last harvest; nil where that counts.
    let since: String?
    let memory: any SourceMemory
    let surroundings: TransferSurroundings
    let landing: LandingPlace
    let tell: (String) -> Void

    /// So often a list is begun anew when its tokens expire.
    private static let mostRestarts = 3

    /// - Parameters:
    ///   - folder: the contributor's drop folder.
    ///   - tell: gets what a person should know and that is no failure.
    ///   - isDelivered: whether a submission holds a file with that SHA-256.
    public init(
        _ source: OAISource, isFull: Bool = false, since: String? = nil, into folder: String,
        memory: any SourceMemory, surroundings: TransferSurroundings, tell: @escaping (String) -> Void = { _ in },
        isDelivered: @escaping (String) throws -> Bool
    ) {
        (self.source, self.isFull, self.since) = (source, isFull, since)
        (self.memory, self.surroundings, self.tell) = (memory, surroundings, tell)
        landing = LandingPlace(folder: folder, memory: memory, isDelivered: isDelivered)
    }

    /// Harvests to the end.
    ///
    /// - Throws: ``TransferError``, `FileFailure`, and what the memory throws; what has come by then is kept.
    public func run() throws -> SourceCollection.Outcome {
        try landing.prepare()
        var outcome = SourceCollection.Outcome()
        outcome.landed = try landing.landAll()
        try removeStrays()
        let server = try RemoteServer(source.address, source.connection, retries: source.retries, surroundings)
        let file = try HarvestFile(path: landing.part("harvest"))
        var progress = try begin(server, file)
        var seen: Set<Int> = []
        while progress.list < source.lists.count { try takePart(server, file, &progress, &seen) }
        outcome.landed += try land(progress, file)
        return outcome
    }

    // MARK: Beginning

    private var progressPath: String { landing.part("harvest") + ".progress" }

    /// What the harvest at hand asks for: two with the same words can share their progress.
    private func request() throws -> String {
        let dates = try source.lists.map { try from($0) ?? "-" }
        return
            ([source.address.text, source.prefix, isFull ? "full" : "changes", source.until ?? "-"]
            + zip(source.lists.map { $0 ?? "-" }, dates).flatMap { [$0, $1] }).joined(separator: " ")
    }

    /// The date from which a list is asked for; nil for its beginning.
    private func from(_ list: String?) throws -> String? {
        if isFull { return source.from }
        if let since { return since }
        return OAIDate.later(try memory.harvested(source.name(of: list)), source.from)
    }

    private func begin(_ server: borrowing RemoteServer, _ file: HarvestFile) throws -> HarvestProgress {
        let request = try request()
        if let known = HarvestProgress(path: progressPath, request: request), known.bytes <= file.length,
            known.list <= source.lists.count
        {
            try file.cut(to: known.bytes)
            if known.bytes > 0 { tell("the harvest goes on after \(known.headers) records") }
            return known
        }
        try file.cut(to: 0)
        var progress = HarvestProgress(request: request)
        let (_, identity) = try ask(server, source.identify)
        if let problem = identity.problems.first { throw refusal(problem, at: source.identify) }
        progress.granularity = identity.granularity
        if !isFull, identity.deletedRecord == "no" { note(HarvestWithoutDeletions.notice, &progress) }
        return progress
    }

    /// Tells of something, and keeps it for the submission.
    private func note(_ notice: SourceNotice, _ progress: inout HarvestProgress) {
        tell(notice.message)
        progress.note(notice)
    }

    // MARK: One part after another

    private func takePart(
        _ server: borrowing RemoteServer, _ file: HarvestFile, _ progress: inout HarvestProgress, _ seen: inout Set<Int>
    ) throws {
        let list = source.lists[progress.list]
        let address =
            try progress.token.map { source.request(token: $0) }
            ?? source.request(list, from: try from(list), granularity: progress.granularity)
        let (bytes, response) = try ask(server, address)
        if progress.began.isEmpty { progress.began = response.responseDate }
        if let problem = response.problems.first {
            try settle(problem, at: address, &progress)
        } else {
            guard
                seen.insert(
                    "\(progress.list) \(progress.restarts) \(progress.token ?? "") \(response.firstIdentifier)"
                        .hashValue
                )
                .inserted
            else {
                throw TransferError(.unusable, at: address, "the repository gives the same part of the list again")
            }
            guard progress.bytes + bytes.count <= source.connection.limits.largestFile else {
                throw TransferError(
                    .tooLarge, at: address,
                    "the harvest has more than \(source.connection.limits.largestFile) bytes")
            }
            try file.write(bytes, at: progress.bytes)
            progress.bytes += bytes.count
            progress.headers += response.headers
            progress.token = response.resumptionToken
            if progress.token == nil { end(response, &progress) }
        }
        try progress.write(to: progressPath)
    }

    private func end(_ response: OAIResponse, _ progress: inout HarvestProgress) {
        let (came, announced) = (progress.headers - progress.listHeaders, response.completeListSize)
        if let announced, came < announced {
            note(HarvestIncomplete.notice(announced: announced, came: came), &progress)
        }
        progress.endList()
    }

    /// What an error of the protocol means for the harvest.
    private func settle(_ problem: OAIResponse.Problem, at address: Address, _ progress: inout HarvestProgress) throws {
        switch problem.code {
        case "noRecordsMatch": progress.endList()
        case "badResumptionToken" where progress.token != nil && progress.restarts < Self.mostRestarts:
            note(HarvestRestarted.notice, &progress)
            progress.restartList()
        default: throw refusal(problem, at: address)
        }
    }

    private func refusal(_ problem: OAIResponse.Problem, at address: Address) -> TransferError {
        TransferError(
            .refused, at: address,
            "the repository answers \(problem.words)")
    }

    /// Asks, again where the answer is cut or the repository is busy.
    private func ask(_ server: borrowing RemoteServer, _ address: Address) throws -> ([UInt8], OAIResponse) {
        try server.page(address) { bytes in
            let response = bytes.withUnsafeBufferPointer { OAIResponse($0) }
            guard response.isResponse else {
                throw TransferError(.unusable, at: address, "the answer is no OAI-PMH response")
            }
            guard !response.declaresDocumentType else {
                throw TransferError(.unusable, at: address, "the response declares a document type")
            }
            guard response.isWhole else {
                throw TransferError(.cut, at: address, "the response breaks off after \(bytes.count) bytes")
            }
            return (bytes, response)
        }
    }

    // MARK: Landing

    private func land(_ progress: HarvestProgress, _ file: HarvestFile) throws -> [RememberedFile] {
        let lists = source.lists.map { source.name(of: $0) }
        let dates = Dictionary(lists.map { ($0, progress.began) }, uniquingKeysWith: { first, _ in first })
            .filter { OAIDate.isOne($0.value) && source.until == nil }
        var progress = progress
        if !OAIDate.isOne(progress.began) { note(HarvestUndated.notice, &progress) }
        guard progress.headers > 0 else {
            try memory.remember(nil, harvestedUntil: dates, notices: [])
            discard(file)
            return []
        }
        let name = "harvest-\(progress.began.filter { $0 != ":" && $0 != "/" }).xml"
        try file.cut(to: progress.bytes)
        let harvest = RememberedFile(
            address: HarvestAddress.text(progress.request, began: progress.began), name: name,
            state: .init(size: progress.bytes), size: progress.bytes, sha256: try Digest.ofFile(file.path, .sha256),
            stage: .whole)
        try Durably.rename(file.path, to: landing.fetched(name))
        try memory.remember(harvest, harvestedUntil: dates, notices: progress.notices)
        unlink(progressPath)
        let landed = try landing.landAll()
        if isFull { try removeOutdone(by: landed) }
        return landed
    }

    private func discard(_ file: HarvestFile) {
        unlink(file.path)
        unlink(progressPath)
    }

    /// Takes away what a crash left between two steps of landing: the harvest is made again.
    private func removeStrays() throws {
        let known = Set(try memory.files().filter { $0.stage == .whole }.map(\.name))
        for name in try FolderListing.names(in: landing.waiting) {
            let text = String(decoding: name, as: UTF8.self)
            guard text.hasPrefix("harvest-"), text.hasSuffix(".xml"), !known.contains(text) else { continue }
            unlink(landing.fetched(text))
        }
    }

    /// Takes away harvests of changes that still wait in the drop folder: a full harvest holds all that they do, and taken
    /// for a part of a full load they would only be read twice.
    private func removeOutdone(by landed: [RememberedFile]) throws {
        for file in try memory.files() where file.stage == .landed && HarvestAddress.isOfChanges(file.address) {
            let delivery = Delivery(name: file.name, path: "\(landing.folder)/\(file.name)")
            guard !landed.contains(file), (try? delivery.state())?.size == file.size,
                try PinnedCopy.checksum(of: delivery) == file.sha256
            else { continue }
            tell("\(file.name) is left out: the full harvest holds what it does")
            unlink("\(landing.folder)/\(file.name)")
        }
    }
}

/// Under which address a harvest is remembered; no file at a source has such a one.
private enum HarvestAddress {
    static func text(_ request: String, began: String) -> String { "harvest of \(request) at \(began)" }

    static func isOfChanges(_ address: String) -> Bool {
        address.hasPrefix("harvest of ") && address.contains(" changes ")
    }
}
