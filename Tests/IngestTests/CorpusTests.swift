import Foundation
import Ingest
import MARC
import TestSupport
import Testing
import Update

@Suite(.enabled(if: Corpus.isPresent, "no ../shared/corpus beside the package")) struct CorpusTests {
    /// Files of which other programs count more records than there are, and why.
    static let exceptions: [String: String] = [
        "dchud__mrrc/fuzz-regressions/error_classification/non-ascii-tag-roundtrip.mrc":
            "four terminators, of which one stands within a record; yaz reads three records too",
        "debian__libmarc-parser-raw-perl-0.06/camel.mrc":
            "ten terminators, of which two stand together; yaz reads eight",
        "debian__libmarc-record-perl-2.0.7/badldr.usmarc":
            "seven terminators, of which two stand together; yaz reads six",
        "folio-org__mod-reservoir/util/src/test/resources/oai-response-1.xml": "an OAI-PMH header of a deleted record",
        "folio-org__mod-reservoir/util/src/test/resources/oai-response-3.xml": "an OAI-PMH header of a deleted record",
        "indexdata__idzebra/examples/oai-pmh/data/debug-utf8-record.xml": "Dublin Core",
        "vufind-org__vufindharvest/list_records_response.xml": "Dublin Core",
        "vufind-org__vufindharvest/list_records_token_response.xml": "Dublin Core",
        "vufind-org__vufindharvest/subjectsplus.xml": "Dublin Core",
    ]

    @Test func `reads at least as many records of every file as the best of the other programs, and balances`() throws {
        let files = Corpus.files.filter { ["iso2709", "marcxml", "oai"].contains($0.format) }
        #expect(files.count > 1500)
        for file in files {
            let counted = file.countedBy.split(separator: ";").compactMap { Int($0.split(separator: " ").last ?? "") }
            let best = max(counted.max() ?? 0, file.records ?? 0)
            let read = try count(file)
            #expect(
                read >= best || Self.exceptions[file.path] != nil, "\(file.path): \(read) records, others read \(best)")
        }
    }

    /// JSON files with a record that stands once more inside a text, where it is no second record.
    static let textsInJSON: Set<String> = [
        "folio-org__mod-oai-pmh/instance-storage/instances/marc-e567b8e2-a45b-45f1-a85a-6b6312bdf4d8.json",
        "folio-org__mod-oai-pmh/source-storage/records/marc-e567b8e2-a45b-45f1-a85a-6b6312bdf4d8.json",
        "folio-org__mod-oai-pmh/source-storage/source-records/srs_record.json",
    ]

    @Test func `reads every record of the JSON, MARCMaker and Aleph files`() throws {
        let files = Corpus.files.filter { ["json", "mrk", "alephseq"].contains($0.format) }
        #expect(files.count > 200)
        for file in files where !Self.textsInJSON.contains(file.path) {
            let read = try count(file)
            #expect(read >= file.records ?? 0, "\(file.path): \(read) records, \(file.records ?? 0) are there")
        }
    }

    /// The records of a file as they are before the chunks of one are joined.
    private func count(_ file: Corpus.File) throws -> Int {
        let scratch = try TemporaryFolder()
        let path = try #require(Corpus.root).appendingPathComponent(file.path).path
        let source = RecordSource(try Collector().open([path], scratch: scratch))
        var (records, joined) = (0, 0)
        while let framed = try source.next() {
            let ingested = IngestStage().read(framed)
            let batch = ingested.batch
            for defect in ingested.defects where defect.code.name == "ingest.record-in-chunks" {
                joined += (Int(defect.message.split(separator: " ")[4]) ?? 1) - 1
            }
            #expect(batch.origins.first.map { Int($0.ordinal) } ?? records == records)
            records += batch.count
        }
        return records + joined
    }
}
