internal import Foundation
internal import Glibc
internal import Ingest
internal import MARC
internal import Scrub
public import Update

/// Records of one file written in another format, repaired as scrub repairs them: what `convert` does. Constant memory, all
/// cores, the order kept.
public enum Conversion {
    /// What came of a conversion.
    public struct Outcome: Sendable {
        public var records = 0
        public var written = 0
        /// In the order of the records: those of reading, of repairing, and records that the target cannot hold.
        public var tally = DefectTally()
    }

    /// A record that the target format has no room for.
    public static let tooLong = DefectCode(
        "scrub.record-too-long-for-format", .critical, .recordRejected,
        what: "The record is longer than ISO 2709 allows (99,999 bytes), or one of its fields is (9,999 bytes).",
        why: "It cannot be written in that format without loss.",
        done: "The record was left out of the output.",
        repair: "Convert to MARCXML, which has no such limit, or shorten the record.",
        example: "A journal with 2,400 fields 863, 131,072 bytes in all.")

    /// Converts the records of `source`.
    ///
    /// - Parameters:
    ///   - source: a path, `-` for the standard input.
    ///   - write: gets the bytes of the output, in order.
    ///   - report: gets the defects, in order.
    /// - Throws: `FileFailure`, and what `write` throws.
    public static func run(
        _ source: String, to target: Target, profile: Profile, threads: Int, write: ([UInt8]) throws -> Void,
        report: ([Defect]) throws -> Void
    ) throws -> Outcome {
        let scratch = try TemporaryFolder()
        let collected = try profile.collector().open([source], scratch: scratch)
        var outcome = Outcome()
        try report(collected.defects)
        for defect in collected.defects { outcome.tally.add(defect) }
        let records = RecordSource(collected)
        let (ingest, scrub, policy) = (
            IngestStage(policy: profile.policy), ScrubStage(profile.scrubSettings), profile.policy
        )
        try write(target.head)
        try OrderedPipeline.run(
            threads: threads, next: { try records.next() },
            transform: { framed in Converted(ingest.read(framed), by: scrub, policy, target) },
            consume: { (converted: consuming Converted) in
                outcome.records += converted.records
                outcome.written += converted.written
                for defect in converted.defects { outcome.tally.add(defect) }
                try report(converted.defects)
                try write(converted.bytes)
            })
        try write(target.foot)
        return outcome
    }
}

/// One batch in the target's form.
private struct Converted: Sendable {
    var records = 0
    var written = 0
    var bytes: [UInt8] = []
    var defects: [Defect]

    init(_ ingested: consuming IngestedBatch, by scrub: ScrubStage, _ policy: DefectPolicy, _ target: Conversion.Target)
    {
        defects = ingested.defects
        var log = DefectLog(files: ingested.batch.files, policy: policy)
        let batch = scrub.process(ingested.batch, log: &log)
        defects += log.defects
        records = batch.count
        var tooLong = DefectLog(files: batch.files, policy: policy)
        for index in 0..<batch.count where batch.marks[index].disposition == .passed {
            batch.withRecord(index) { view in
                if target.append(view, to: &bytes) {
                    written += 1
                } else {
                    tooLong.begin(batch.origins[index], control: view.control("001"))
                    tooLong.report(
                        Conversion.tooLong,
                        "the record does not fit into ISO 2709; convert to MARCXML instead, which has no limit of length"
                    )
                }
            }
        }
        defects += tooLong.defects
    }
}
