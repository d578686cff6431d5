public import Foundation
internal import Ingest
internal import Scrub
public import Update
internal import Validate

/// One file through ingest, scrub and validate, outside any workspace: what `check` does. The stages leave their spools and
/// defects in a folder of their own, laid out as a submission's, which goes when the check does.
public final class FileCheck {
    /// The file as it was named; `-` for the standard input.
    public let path: String
    public let folder: SubmissionFolder
    public let ingested: Attempt
    public let scrubbed: Attempt
    public let validated: Attempt
    private let scratch: TemporaryFolder

    /// Checks a file.
    ///
    /// - Parameters:
    ///   - path: `-` for the standard input.
    ///   - instant: whose day is "today" for the rules that ask for it; where it is nil they keep silent.
    ///   - progress: gets the stage and the records done so far.
    /// - Throws: `FileFailure` where the file cannot be read or the disk is full.
    public init(
        _ path: String, profile: Profile, threads: Int, at instant: Date? = nil,
        progress: @escaping @Sendable (StageName, Int) -> Void = { _, _ in }
    ) throws {
        self.path = path
        scratch = try TemporaryFolder()
        folder = SubmissionFolder(path: "\(scratch.path)/check", isDurable: false)
        let steps = CheckSteps(folder: folder, profile: profile, threads: threads, progress: progress)
        let collector = profile.collector()
        let collected = try collector.open([path], scratch: scratch)
        ingested = try steps.attempt(.ingest) { try IngestStage.run(collected, context: $0) }
        let places = try SpoolReader(path: ingested.file(StageFile.places), kind: .places)
        scrubbed = try steps.attempt(.scrub) { context in
            try ScrubRun.run(
                places: places, sources: RecordSources(files: places.tail.files, folder: ""),
                settings: profile.scrubSettings,
                context: context)
        }
        let records = try SpoolReader(path: scrubbed.file(StageFile.records), kind: .records)
        let today = instant.map { ValidateSettings.Day($0, in: .current) }
        validated = try steps.attempt(.validate) { context in
            try ValidateRun.run(records: records, settings: profile.validateSettings(on: today), context: context)
        }
        format = places.tail.files.entries.first?.format ?? "unknown"
    }

    /// The name of the format that was found; `unknown` where none was.
    public let format: String

    /// The stages' attempts in order.
    public var attempts: [Attempt] { [ingested, scrubbed, validated] }

    /// Records read.
    public var records: Int { ingested.summary.recordsIn }
    /// Pieces kept as raw bytes.
    public var unreadable: Int { ingested.summary.unreadable }
    /// Records that some stage rejected.
    public var rejected: Int { validated.summary.dispositions[Disposition.rejected.name] ?? 0 }
    /// Records read and not rejected.
    public var accepted: Int { records - rejected }
    /// Accepted records that scrub changed.
    public var repaired: Int { validated.summary.repaired }

    /// How often each code was reported, over all stages.
    public var defects: [String: Int] {
        attempts.reduce(into: [:]) { counts, attempt in
            counts.merge(attempt.summary.defects.byCode, uniquingKeysWith: +)
        }
    }

    /// The worst severity that was reported; nil for a clean file.
    public var worst: Severity? {
        Severity.allCases.last { severity in
            attempts.contains { ($0.summary.defects.bySeverity[severity.name] ?? 0) > 0 }
        }
    }

    /// The encoding of the records: `utf-8`, `marc-8`, another one that the profile declares, or `mixed` where some were
    /// converted and some were not.
    public var encoding: String {
        if records == 0 { return "unknown" }
        let converted = Self.encodings.compactMap { name, encoding in
            scrubbed.summary.counts["\(name)-converted"].map { (encoding: encoding, count: $0) }
        }
        guard let first = converted.first else { return "utf-8" }
        return converted.count == 1 && first.count >= records ? first.encoding : "mixed"
    }

    /// The encodings that scrub converts from where they are declared, as its summary and as people write them.
    private static let encodings = [
        "marc8": "marc-8", "latin1": "windows-1252", "windows1251": "windows-1251", "cp866": "cp866", "koi8r": "koi8-r",
        "iso5426": "iso-5426",
    ]
}

/// Runs a stage into an attempt of a check's folder.
private struct CheckSteps {
    let folder: SubmissionFolder
    let profile: Profile
    let threads: Int
    let progress: @Sendable (StageName, Int) -> Void

    func attempt(_ stage: StageName, _ work: (StageContext) throws -> StageSummary) throws -> Attempt {
        let pending = try folder.begin(stage)
        let progress = progress
        let context = StageContext(
            folder: pending.folder, threads: threads, policy: profile.policy, isDurable: false,
            progress: { progress(stage, $0) })
        return try folder.complete(pending, summary: try work(context))
    }
}
