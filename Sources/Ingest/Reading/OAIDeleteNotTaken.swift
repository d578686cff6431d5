internal import MARC
internal import Update

/// A harvested response that says of a record only that it was deleted.
enum OAIDeleteNotTaken {
    static let code = DefectCode(
        "ingest.oai-delete-not-taken", .major, .noted,
        what: "An OAI-PMH response in the file says that a record was deleted, and gives no record.",
        why: """
            It names the record by the identifier of the repository, which is not the control number; the title would \
            stay in the client database.
            """,
        done: "The header was noted; nothing is deleted because of it.",
        repair: "Send a list of the control numbers to be deleted, or MARC records with leader/05 d.",
        example:
            "<header status=\"deleted\"><identifier>oai:library.example:17</identifier></header>: the header says that a record is gone, and no number that Holdfast knows says which."
    )

    static func report(_ note: FramingNote, to log: inout DefectLog) {
        log.begin(note.origin, control: nil)
        log.report(
            code, before: note.first,
            "the OAI-PMH header at byte \(note.origin.offset) says that \(Bytes.display(note.first, limit: 60)) was deleted; "
                + "nothing is deleted because of it: send its control number in a delete list")
    }
}

/// The headers of deleted records in what lies between the records of a harvested response.
enum OAIHeaders {
    /// The offset and the identifier of each header with the status `deleted`; markup is never cut within `bytes`.
    static func deleted(in bytes: ByteView) -> [(offset: Int, identifier: [UInt8])] {
        var found: [(offset: Int, identifier: [UInt8])] = []
        var rest = 0
        while let place = first("status", in: bytes, from: rest) {
            rest = place + 6
            let value = bytes.slice(rest, min(12, bytes.count - rest)).filter { $0 != 0x20 }
            guard value.starts(with: "=\"deleted\"".utf8) || value.starts(with: "='deleted'".utf8) else { continue }
            found.append((place, identifier(in: bytes, from: rest)))
        }
        return found
    }

    /// What the next element `identifier` holds; empty where it does not follow at once.
    private static func identifier(in bytes: ByteView, from start: Int) -> [UInt8] {
        let near = bytes.slice(0, min(bytes.count, start + 200))
        guard let place = first("identifier>", in: near, from: start) else { return [] }
        return Array(near[(place + 11)...].prefix { $0 != UInt8(ascii: "<") })
    }

    private static func first(_ text: StaticString, in bytes: ByteView, from start: Int) -> Int? {
        var place = start
        while place < bytes.count {
            guard let next = bytes[place...].firstIndex(of: text.utf8Start[0]) else { return nil }
            if bytes.slice(next, bytes.count - next).starts(with: text) { return next }
            place = next + 1
        }
        return nil
    }
}
