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
            "a record terminator within a record",
        "debian__libmarc-parser-raw-perl-0.06/camel.mrc": "a doubled record terminator",
        "debian__libmarc-record-perl-2.0.7/badldr.usmarc": "a doubled record terminator",
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

    private func count(_ file: Corpus.File) throws -> Int {
        let scratch = try TemporaryFolder()
        let path = try #require(Corpus.root).appendingPathComponent(file.path).path
        let source = RecordSource(try Collector().open([path], scratch: scratch))
        var records = 0
        while let framed = try source.next() {
            let batch = IngestStage().read(framed).batch
            #expect(batch.origins.first.map { Int($0.ordinal) } ?? records == records)
            records += batch.count
        }
        return records
    }
}
