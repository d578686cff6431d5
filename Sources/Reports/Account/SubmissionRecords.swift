internal import Foundation
internal import Pipeline
internal import Update

/// The records of a submission with what became of each, block by block, from the spools of the stages that count.
struct SubmissionRecords {
    let places: SpoolReader
    /// The ingest attempt's folder, to which the paths of its files are relative.
    let folder: String
    private let records: SpoolReader?
    private let verdicts: SpoolReader?

    /// nil where ingest has left no spool, or it is no longer kept.
    init?(_ attempts: [Attempt]) throws {
        guard let ingest = attempts.first(where: { $0.stage == .ingest }),
            FileManager.default.fileExists(atPath: ingest.file(StageFile.places))
        else { return nil }
        folder = ingest.folder
        places = try SpoolReader(path: ingest.file(StageFile.places), kind: .places)
        records = try attempts.first { $0.stage == .scrub }.map {
            try SpoolReader(path: $0.file(StageFile.records), kind: .records)
        }
        verdicts = try attempts.first { $0.stage == .validate }.map {
            try SpoolReader(path: $0.file(StageFile.verdicts), kind: .verdicts)
        }
    }

    var files: FileTable { places.tail.files }

    /// Records by the index of their file.
    func countByFile() throws -> [Int: Int] {
        var counts: [Int: Int] = [:]
        for block in 0..<places.blockCount {
            for origin in try places.places(block: block).origins { counts[Int(origin.file), default: 0] += 1 }
        }
        return counts
    }

    /// Lends the places of the records that were rejected, some at a time, in the order of the files.
    func forEachRejected(_ body: ([RecordOrigin]) throws -> Void) throws {
        for block in 0..<places.blockCount {
            let (origins, marks) = try places.places(block: block)
            let dispositions = try dispositions(ofBlock: block) ?? marks.map(\.disposition)
            guard dispositions.count == origins.count else {
                throw SpoolFailure(path: places.path, reason: "a later stage's spool does not fit it")
            }
            let rejected = zip(origins, dispositions).filter { $0.1 == .rejected }.map(\.0)
            if !rejected.isEmpty { try body(rejected) }
        }
    }

    /// The records that validate knows by a control number, with their places and their verdicts.
    func find(_ controlNumber: String) throws -> [(origin: RecordOrigin, mark: Validated.Mark)] {
        guard let verdicts else { return [] }
        let wanted = Array(controlNumber.utf8)
        var found: [(origin: RecordOrigin, mark: Validated.Mark)] = []
        for block in 0..<verdicts.blockCount {
            let batch = try verdicts.verdicts(block: block)
            for index in 0..<batch.count where batch.withControlNumber(index, { $0.elementsEqual(wanted) }) {
                guard let place = places.find(ordinal: batch.origins[index].ordinal) else { continue }
                let origins = try places.places(block: place.block).origins
                if origins.indices.contains(place.index) { found.append((origins[place.index], batch.marks[index])) }
            }
        }
        return found
    }

    private func dispositions(ofBlock block: Int) throws -> [Disposition]? {
        if let verdicts { return try verdicts.verdictMarks(block: block).map(\.disposition) }
        return try records?.scrubbed(block: block).marks.map(\.disposition)
    }

    /// Lends the validated records of each block that has one for which `isWanted`.
    func forEachValidated(where isWanted: (Validated.Mark) -> Bool, _ body: (borrowing Batch<Validated>) throws -> Void)
        throws
    {
        guard let records, let verdicts else { return }
        for block in 0..<verdicts.blockCount where try verdicts.verdictMarks(block: block).contains(where: isWanted) {
            try body(try verdicts.validated(block: block, on: try records.scrubbed(block: block)))
        }
    }
}
