internal import Glibc
public import Transfer
internal import Update

/// Brings what is new at a source into the contributor's drop folder: all of it or nothing.
///
/// Files are fetched into the hidden folder `.fetching` of the drop folder and verified there. Only when every one is
/// whole they are renamed into the drop folder, so that no run ever takes half a delivery. What a broken line, a crash or a
/// full disk interrupts, the next call goes on with.
public struct SourceCollection {
    public let source: FileSource
    let memory: any SourceMemory
    let surroundings: TransferSurroundings
    let landing: LandingPlace
    /// How long a file must stay the same at the source, in seconds.
    let settleSeconds: Double
    /// How long to wait at most for files that still grow, in seconds.
    let growthWaitSeconds: Double

    /// - Parameters:
    ///   - folder: the contributor's drop folder.
    ///   - isDelivered: whether a submission holds a file with that SHA-256.
    public init(
        _ source: FileSource, into folder: String, memory: any SourceMemory, surroundings: TransferSurroundings,
        settleSeconds: Double, growthWaitSeconds: Double, isDelivered: @escaping (String) throws -> Bool
    ) {
        self.source = source
        self.memory = memory
        self.surroundings = surroundings
        self.settleSeconds = settleSeconds
        self.growthWaitSeconds = growthWaitSeconds
        landing = LandingPlace(folder: folder, memory: memory, isDelivered: isDelivered)
    }

    /// What a collection brought.
    public struct Outcome: Sendable, Equatable {
        /// The files that came into the drop folder.
        public var landed: [RememberedFile] = []
        /// Files at the source that were fetched before.
        public var unchanged = 0

        public init() {}
    }

    /// Fetches what is new.
    ///
    /// - Throws: ``TransferError``, `FileFailure`, and what the memory throws; the drop folder is then as it was.
    public func run() throws -> Outcome {
        try landing.prepare()
        let server = try RemoteServer(source.address, source.connection, retries: source.retries, surroundings)
        let files = try server.files(matching: source.pattern)
        let new = try files.filter { try isNew($0) }
        var outcome = Outcome()
        outcome.unchanged = files.count - new.count
        for file in try settled(new, server) where try !fetch(file, server) { outcome.unchanged += 1 }
        outcome.landed = try landing.landAll()
        return outcome
    }

    private func isNew(_ file: RemoteFile) throws -> Bool {
        guard let known = try memory.file(at: file.address.text) else { return true }
        if known.stage == .whole, try !landing.has(known) { return true }
        return !file.state.isSame(as: known.state)
    }

    /// Waits until the files look the same twice.
    private func settled(_ files: [RemoteFile], _ server: borrowing RemoteServer) throws -> [RemoteFile] {
        guard !files.isEmpty else { return [] }
        var (before, waited) = (files, 0.0)
        while true {
            surroundings.sleep(settleSeconds)
            waited += max(settleSeconds, 1)
            let now = try server.files(matching: source.pattern).filter { try isNew($0) }
            guard let changing = now.first(where: { !before.contains($0) }) else { return now }
            guard waited + settleSeconds <= growthWaitSeconds else {
                throw TransferError(
                    .stillGrows, at: changing.address,
                    "the file still changes after \(Int(waited)) s and has \(changing.state.size ?? 0) bytes now")
            }
            before = now
        }
    }

    /// - Returns: false where it turns out that nothing has changed.
    private func fetch(_ file: RemoteFile, _ server: borrowing RemoteServer) throws -> Bool {
        let known = try memory.file(at: file.address.text)
        let name = LandingPlace.localName(file.name)
        let part = landing.part(name)
        let asked = known.flatMap { $0.stage == .whole ? nil : $0.state }
        guard let fetched = try server.fetch(file, to: part, known: asked, beside: source.checksum) else {
            return false
        }
        if let known, known.sha256 == fetched.sha256, known.stage != .whole, !file.state.isTelling {
            // The server gives neither date nor etag: only the content tells.
            unlink(part)
            return false
        }
        try Durably.rename(part, to: landing.fetched(name))
        try memory.remember(
            RememberedFile(
                address: file.address.text, name: name, state: fetched.state, size: fetched.size,
                sha256: fetched.sha256,
                stage: .whole))
        return true
    }

    // MARK: At the source

    /// Deletes or moves at the source what submissions hold safely by now. Called again as often as needed.
    ///
    /// - Returns: what could not be done, a sentence a file; it is tried again next time.
    public func tidy() throws -> [String] {
        guard source.afterwards != .keep else { return [] }
        let due = try memory.files().filter { try $0.stage == .landed && landing.isDelivered($0.sha256) }
        guard !due.isEmpty else { return [] }
        let server = try RemoteServer(source.address, source.connection, retries: source.retries, surroundings)
        var problems: [String] = []
        for var file in due {
            do {
                try tidy(file, server)
                file.stage = .tidied
                try memory.remember(file)
            } catch let error as TransferError {
                problems.append("\(file.name) could not be taken away at the source: \(error)")
            } catch let failure as FileFailure {
                problems.append("\(file.name) could not be taken away at the source: \(failure)")
            }
        }
        return problems
    }

    private func tidy(_ file: RememberedFile, _ server: borrowing RemoteServer) throws {
        guard let address = try? Address(file.address) else { return }
        do {
            // A newer file of the same name is not the one that was collected.
            guard try server.look(at: address).isSame(as: file.state) else { return }
        } catch let error as TransferError where error.kind == .notFound {
            return
        }
        switch source.afterwards {
        case .keep: break
        case .delete: try server.remove(address)
        case .move(let folder): try server.move(address, to: folder)
        }
    }
}
