import Foundation
import MARC
import Scrub
import TestSupport
import Testing
import Validate
@_spi(Ingest) import Update

/// Scrub with every optional repair on the real files: what it makes stays as it is, and no repair brings in a defect that
/// the record did not have.
///
/// A sample of the files is read; all of them where `HOLDFAST_WHOLE_CORPUS` is set.
@Suite struct RepairCorpusTests {
    private static let sample: Int = ProcessInfo.processInfo.environment["HOLDFAST_WHOLE_CORPUS"] == nil ? 10 : 1

    private static func files(_ format: String) -> [Corpus.File] {
        Corpus.files(format: format).enumerated().filter { $0.offset % sample == 0 }.map(\.element)
    }

    @Test(
        .enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)),
        arguments: [("iso2709", SourceFormat.iso2709), ("marcxml", .marcxml)])
    func `every repair keeps the form, is made once, and brings no other defect`(
        _ format: String, _ source: SourceFormat
    ) throws {
        // What leader/18 and 040 $b say decides whether punctuation and wording are judged at all, so both sides have them
        // set.
        let plain = ScrubStage(ScrubSettings(optional: ["descriptive-form", "cataloguing-language"]))
        let full = ScrubStage(ScrubSettings(optional: .all))
        let validate = ValidateStage()
        var records = 0
        for file in Self.files(format) {
            let batch = Framed.batch(try file.read(), name: file.path, format: source)
            var logs = (DefectLog(files: batch.files), DefectLog(files: batch.files))
            let without = plain.process(batch, log: &logs.0)
            let repaired = full.process(batch, log: &logs.1)
            let before = Self.codes(without, validate)
            let after = Self.codes(repaired, validate)
            for index in 0..<repaired.count {
                records += 1
                var faults = repaired.withRecord(index) { StoredForm.faults(of: $0) }
                faults += SecondScrub.repairs(of: repaired, index, by: full)
                faults += after[index].subtracting(before[index]).map { "new: \($0)" }
                #expect(faults.isEmpty, "\(file.path) record \(index + 1)")
            }
        }
        #expect(records > 100)
    }

    /// What validate reports of each record, by its place in the batch.
    private static func codes(_ batch: Batch<Scrubbed>, _ stage: ValidateStage) -> [Set<String>] {
        var log = DefectLog(files: batch.files)
        _ = stage.process(batch, log: &log)
        var codes = [Set<String>](repeating: [], count: batch.count)
        for defect in log.defects {
            guard let origin = defect.origin, codes.indices.contains(Int(origin.ordinal)) else { continue }
            codes[Int(origin.ordinal)].insert(defect.code.name)
        }
        return codes
    }
}
