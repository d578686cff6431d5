import Foundation
import MARC
import TestSupport

@testable import Pipeline
@testable import Reports
@_spi(Ingest) @_spi(Scrub) @_spi(Validate) @testable import Update

/// A submission made by the real writers, in a workspace of its own: six records of `bva.mrc`, of which the second cannot be
/// read and the fourth has no title; the third is a delete, the sixth a duplicate of the fifth.
final class SampleSubmission {
    let workspacePath = FileManager.default.temporaryDirectory.appendingPathComponent("reports-\(UUID().uuidString)")
        .path
    var records: [(bytes: [UInt8], text: String, ingest: Disposition, end: Disposition)] = [
        (Array("00050 first\u{1D}".utf8), "=001  ocm1\n=245  10$aThe first title /$cme.", .passed, .passed),
        (Array("00060 sec\u{FFFD}nd, cut".utf8) + [0x1D], "=001  ocm2", .rejected, .rejected),
        (Array("00050d third\u{1D}".utf8), "=LDR  00000dam a2200000   4500\n=001  ocm3", .passed, .passed),
        (Array("00050 fourth\r\u{1D}".utf8), "=001  ocm4\n=100  1\\$aNobody.", .passed, .rejected),
        (Array("00050 fifth\u{1D}".utf8), "=001  ocm5\n=245  10$aA <b>bold</b> title", .passed, .duplicate),
        (Array("00050 sixth\u{1D}".utf8), "=001  ocm5\n=245  10$aA later title", .passed, .passed),
    ]
    var profileText = "private: [\"541\"]\nlists: [no-isbn-issn, failed-filter]\n"
    var entry = FileTable.Entry(name: "bva.mrc", path: "files/bva.mrc", format: .iso2709)
    /// By stage; what the sample starts with.
    var defects: [StageName: [Defect]] = [:]
    var gate: GateVerdict?

    static let recordTruncated = DefectCode(
        "ingest.record-truncated", .critical, .recordRejected, what: "The record ends before its length says.",
        why: "Fields are missing.", done: "The record was rejected.", repair: "Send the record again.")
    static let blankDoubled = DefectCode(
        "scrub.blank-doubled", .minor, .repaired, what: "Blanks stand next to each other.", why: "It looks careless.",
        done: "One blank is left.", repair: "Nothing need be done.")
    static let titleMissing = DefectCode(
        "validate.title-missing", .critical, .recordRejected, what: "The record has no field 245.",
        why: "Patrons see a blank line instead of a title.", done: "The record was set aside.",
        repair: "Add field 245 with the title in $a and send the record again.")
    static let codes = [recordTruncated, blankDoubled, titleMissing]

    init() throws {
        for folder in ["profiles", "pipelines", "clients"] {
            try FileManager.default.createDirectory(
                atPath: "\(workspacePath)/\(folder)", withIntermediateDirectories: true)
        }
        defects = [
            .ingest: [
                defect(
                    Self.recordTruncated, 1,
                    message: "the leader gives 60 bytes, the record ends after 20; send it again")
            ],
            .scrub: [
                defect(
                    Self.blankDoubled, 0, FieldPlace(tag: "245", occurrence: 1, subfield: 0x61), "The  first title",
                    "The first title"),
                defect(
                    Self.blankDoubled, 4, FieldPlace(tag: "541", occurrence: 1, subfield: 0x61), "Mrs  Secret",
                    "Mrs Secret"),
            ],
            .validate: [defect(Self.titleMissing, 3, message: "the record has no field 245; add one")],
        ]
    }

    deinit { try? FileManager.default.removeItem(atPath: workspacePath) }

    var folder: SubmissionFolder { SubmissionFolder(path: "\(workspacePath)/runs/demo/2026-W47/bva") }

    func report(_ name: String) throws -> String {
        String(decoding: try bytes(name), as: UTF8.self)
    }

    func bytes(_ name: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/report/\(name)")))
    }

    func reportNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/report").sorted()
    }

    /// A defect of the record with that index.
    func defect(
        _ code: DefectCode, _ index: Int, _ place: FieldPlace = .record, _ before: String? = nil,
        _ after: String? = nil,
        message: String = "two blanks; one was taken out"
    ) -> Defect {
        Defect(
            code: code, origin: origin(index), file: entry.name, control: "ocm\(index + 1)", place: place,
            before: before,
            after: after, message: message)
    }

    func origin(_ index: Int) -> RecordOrigin {
        let offset = records[..<index].reduce(0) { $0 + $1.bytes.count }
        return RecordOrigin(
            offset: offset, length: records[index].bytes.count, ordinalInFile: index + 1, ordinal: index, file: 0)
    }

    func workspace() throws -> Workspace {
        let files = [
            "holdfast.yaml": "# defaults\n", "profiles/plain.yaml": profileText,
            "pipelines/weekly.yaml": """
            mode: changes
            schedule: { cadence: weekly, day: sunday, time: "02:30", time-zone: UTC }

            """,
            "clients/demo.yaml": """
            title: Demo Union Catalogue
            contributors:
              bva: { name: Bürgerbücherei, profile: plain, contact: "marc@bva.example" }

            """,
        ]
        for (name, text) in files {
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(workspacePath)/\(name)"))
        }
        return try Workspace(folder: workspacePath, knownCodes: Set(Self.codes.map(\.name)))
    }

    /// Writes what the stages up to validate leave.
    func write(through last: StageName = .validate) throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try folder.write(
            .init(
                client: "demo", contributor: "bva", period: "2026-W47", pipeline: "weekly", mode: .changes,
                files: [
                    .init(
                        name: entry.name, size: records.reduce(0) { $0 + $1.bytes.count },
                        sha256: String(repeating: "ab", count: 32))
                ],
                profile: "plain", profileText: profileText, program: "0.1.0"))
        let places = try stage(.ingest, input: "files") { try writePlaces($0) }
        if last == .ingest { return }
        let scrubbed = try stage(.scrub, input: places) { try writeRecords($0) }
        if last == .scrub { return }
        _ = try stage(.validate, input: scrubbed) { try writeVerdicts($0) }
        if let gate {
            try Data(JSONEncoder().encode(gate)).write(to: URL(fileURLWithPath: "\(folder.path)/gate.json"))
        }
    }

    private func stage(_ stage: StageName, input: String, _ body: (String) throws -> String) throws -> String {
        let pending = try folder.begin(stage)
        var writer = try DefectWriter(path: "\(pending.folder)/defects.jsonl", client: "demo", contributor: "bva")
        try writer.write(defects[stage] ?? [])
        try writer.finish()
        var summary = StageSummary(stage: stage)
        for record in records {
            let end = stage == .validate ? record.end : record.ingest
            summary.count(end)
        }
        summary.defects = writer.tally
        summary.repaired = stage == .scrub ? 2 : 0
        summary.input = input
        summary.output = try body(pending.folder)
        return try folder.complete(pending, summary: summary).summary.output
    }

    private func writePlaces(_ attempt: String) throws -> String {
        try FileManager.default.createDirectory(atPath: "\(attempt)/files", withIntermediateDirectories: true)
        try Data(records.flatMap(\.bytes)).write(to: URL(fileURLWithPath: "\(attempt)/\(entry.path)"))
        var writer = try SpoolWriter(path: "\(attempt)/places.spool", kind: .places)
        try writer.write(SpoolBlock(collected()))
        return try writer.finish(SpoolTail(files: FileTable([entry])))
    }

    private func collected() -> Batch<Collected> {
        var batch = Batch<Collected>(collectedFrom: FileTable([entry]))
        for (index, record) in records.enumerated() {
            batch.append(
                record.bytes, origin: origin(index), intent: index == 2 ? .delete : .keep, disposition: record.ingest)
        }
        return batch
    }

    private func scrubbed() -> Batch<Scrubbed> {
        var batch = Batch<Scrubbed>(scrubbedFrom: FileTable([entry]))
        for (index, record) in records.enumerated() {
            batch.append(
                Records.record(record.text), origin: origin(index), intent: index == 2 ? .delete : .keep,
                disposition: record.ingest, isRepaired: index == 0 || index == 4)
        }
        return batch
    }

    private func writeRecords(_ attempt: String) throws -> String {
        var writer = try SpoolWriter(path: "\(attempt)/records.spool", kind: .records)
        try writer.write(SpoolBlock(scrubbed()))
        return try writer.finish(SpoolTail(files: FileTable([entry])))
    }

    private func writeVerdicts(_ attempt: String) throws -> String {
        let verdicts = records.enumerated().map { index, record in
            var verdict = Verdict(
                disposition: record.end == .duplicate ? .passed : record.end, intent: index == 2 ? .delete : .keep,
                kind: .bibliographic, lacksStandardNumber: true)
            verdict.addKey(.control, Array("ocm\(index + 1)".utf8))
            return verdict
        }
        var writer = try SpoolWriter(path: "\(attempt)/verdicts.spool", kind: .verdicts)
        try writer.write(SpoolBlock(Batch<Validated>(judging: scrubbed(), verdicts: verdicts)))
        let aside = records.indices.filter { records[$0].end == .duplicate }.map { UInt32($0) }
        return try writer.finish(SpoolTail(files: FileTable([entry]), setAside: aside))
    }
}
