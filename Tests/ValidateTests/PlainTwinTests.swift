import MARC
import TestSupport
import Testing
@_spi(Scrub) import Update

@testable import Validate

/// The walk that skips what fits its norm, held against the plain one that shows every field to every rule.
@Suite struct `Fast and plain` {
    @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)))
    func `both ways report the same over the collection`() throws {
        let (fast, plain) = (ValidateStage(), ValidateStage(ValidateSettings(), skipsWhatFits: false))
        var records = 0
        for file in Corpus.files(format: "iso2709") where file.isCleanStructure && !file.path.hasSuffix(".gz") {
            let batch = Self.scrubbed(try file.read())
            records += batch.count
            var (one, other) = (DefectLog(files: batch.files), DefectLog(files: batch.files))
            _ = fast.process(batch, log: &one)
            _ = plain.process(batch, log: &other)
            #expect(one.defects == other.defects, "\(file.path)")
        }
        #expect(records > 5_000)
    }

    /// At most 2,000 records of a file, as if scrub had found nothing to do.
    static func scrubbed(_ bytes: [UInt8]) -> Batch<Scrubbed> {
        var batch = Batch<Scrubbed>(
            scrubbedFrom: FileTable([.init(name: "test.mrc", path: "test.mrc", format: .iso2709)]))
        var (record, faults, position) = (Record(), [ReadFault](), 0)
        for length in bytes.split(separator: 0x1D, maxSplits: 2_000, omittingEmptySubsequences: false).map({
            $0.count + 1
        }) {
            guard position + length <= bytes.count else { break }
            bytes[position..<(position + length)].withUnsafeBufferPointer {
                ISO2709Decoder.decode($0, into: &record, faults: &faults)
            }
            batch.append(
                record,
                origin: RecordOrigin(
                    offset: position, length: length, ordinalInFile: batch.count + 1, ordinal: batch.count, file: 0),
                intent: record.leader.isDeleted ? .delete : .keep, disposition: .passed, isRepaired: false)
            position += length
        }
        return batch
    }
}
