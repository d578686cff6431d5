internal import Catalog
internal import Foundation
internal import Ingest
internal import Update

/// Whether there is room for what a stage writes, as far as that can be told from what came and what earlier stages wrote.
extension SubmissionRun {
    /// For defects, summaries and reports of any submission.
    private static let floor = 4 << 20

    /// - Throws: `StageFailure` where there is too little.
    func requireRoom(for stage: StageName, _ needed: Int, in folder: String) throws {
        let needed = needed + Self.floor
        guard let free = environment.freeSpace.bytes(folder), free < needed else { return }
        throw StageFailure(
            stage: stage,
            cause: """
                \(folder) has \(ByteCount.text(free)) free, and the stage needs about \(ByteCount.text(needed)), so it was not begun; \
                make room (holdfast retain --plan says what is older than is kept) and run again
                """)
    }

    /// The pinned files, reading copies of those that came packed, and the places of the records.
    func requireRoomToIngest(_ deliveries: [Delivery]) throws {
        let sizes = deliveries.map { delivery in
            let isPacked = [".gz", ".zip", ".zst", ".tgz", ".tar"].contains { delivery.name.lowercased().hasSuffix($0) }
            return delivery.size * (isPacked ? 8 : 1)
        }
        try requireRoom(for: .ingest, sizes.reduce(0, +) * 11 / 10, in: environment.runs(client.name))
    }

    /// The records in the form of the spool, one and a half times what came, and defects.
    func requireRoomToScrub(_ ingested: Attempt) throws {
        let read = SubmissionFolder.bytes(at: ingested.file(StageFile.pinned))
        try requireRoom(for: .scrub, read * 2, in: environment.runs(client.name))
    }

    /// Verdicts, keys and hashes, a twentieth of the records, and defects, which may be a third of them.
    func requireRoomToValidate(_ scrubbed: Attempt) throws {
        let records = SubmissionFolder.bytes(at: scrubbed.file(StageFile.records))
        try requireRoom(for: .validate, records / 2, in: environment.runs(client.name))
    }

    /// Rows, indexes and images, once in the file and once in its log. What a server has nobody can say from here.
    func requireRoomToInstall(_ scrubbed: Attempt) throws {
        let database = environment.workspace.path(client.database)
        if PostgreSQLAddress.isAddress(client.database) { return }
        let records = SubmissionFolder.bytes(at: scrubbed.file(StageFile.records))
        let folder = URL(fileURLWithPath: database).deletingLastPathComponent().path
        try requireRoom(for: .install, records * 3, in: folder)
    }
}
