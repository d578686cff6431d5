import Foundation
import MARC
import TestSupport
import Testing
@_spi(Scrub) import Update

@testable import Validate

@Suite struct `A run over a submission` {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("validate-\(UUID().uuidString)")
        .path

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    /// Writes scrub's spool of `texts`, three records a block.
    private func records(_ texts: [String], _ links: [String] = []) throws -> SpoolReader {
        let path = "\(folder)/\(StageFile.records)"
        var writer = try SpoolWriter(path: path, kind: .records)
        for start in stride(from: 0, to: texts.count, by: 3) {
            let block = Judging.scrubbed(Array(texts[start..<min(start + 3, texts.count)]), startingAt: start)
            try writer.write(SpoolBlock(block))
        }
        let hashes = links.map { Array($0.utf8).withUnsafeBufferPointer { HoldingsLinks.hash($0) } }
        _ = try writer.finish(
            SpoolTail(files: Judging.scrubbed([]).files, holdingsLinks: HoldingsLinks(hashes)))
        return try SpoolReader(path: path, kind: .records)
    }

    private func run(
        _ texts: [String], threads: Int = 1, into name: String = "out", settings: ValidateSettings = ValidateSettings(),
        links: [String] = []
    ) throws -> (summary: StageSummary, defects: [String], verdicts: [Disposition]) {
        let (records, out) = (try records(texts, links), "\(folder)/\(name)")
        try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
        let summary = try ValidateRun.run(
            records: records, settings: settings,
            context: StageContext(client: "bc", contributor: "bva", folder: out, threads: threads))
        let verdicts = try SpoolReader(path: "\(out)/\(StageFile.verdicts)", kind: .verdicts)
        #expect(verdicts.checksum == summary.output && verdicts.tail.input == summary.input)
        var dispositions: [Disposition] = []
        for block in 0..<verdicts.blockCount {
            dispositions += try verdicts.validated(block: block, on: try records.scrubbed(block: block)).marks.map(
                \.disposition)
        }
        let lines = try String(contentsOfFile: "\(out)/\(StageFile.defects)", encoding: .utf8)
        return (summary, lines.split(separator: "\n").map(String.init), dispositions)
    }

    /// The numbers by which the records of the last run are identified.
    private func controlNumbers() throws -> [String] {
        let records = try SpoolReader(path: "\(folder)/\(StageFile.records)", kind: .records)
        let verdicts = try SpoolReader(path: "\(folder)/out/\(StageFile.verdicts)", kind: .verdicts)
        return try (0..<verdicts.blockCount).flatMap { block in
            let batch = try verdicts.validated(block: block, on: try records.scrubbed(block: block))
            return (0..<batch.count).map { batch.withControlNumber($0) { String(decoding: $0, as: UTF8.self) } }
        }
    }

    private func book(_ number: String, _ title: String = "Title") -> String {
        Judging.record("=001  \(number)", "=245  10$a\(title) /$cA. Author.")
    }

    private func delete(_ number: String) -> String { "=LDR  00000d                  \n=001  \(number)" }

    @Test func `of two records with one number the later counts, and the books balance`() throws {
        let result = try run([
            book("1"), book("2"), book("1"), book("3"), book("2", "Other"), Judging.record("=245", "=001  4"),
        ])
        #expect(result.verdicts == [.duplicate, .duplicate, .passed, .passed, .passed, .rejected])
        #expect(result.summary.recordsIn == 6)
        #expect(result.summary.dispositions == ["passed": 3, "duplicate": 2, "rejected": 1])
        #expect(result.summary.counts == ["without-standard-number": 5])
        #expect(
            result.summary.defects.byCode == [
                "validate.title-missing": 1, "validate.duplicate-identical": 1, "validate.duplicate-differs": 1,
            ])
        #expect(
            result.defects == [
                #"{"code":"validate.title-missing","severity":"critical","action":"record-rejected","stage":"validate","client":"bc","#
                    + #""contributor":"bva","file":"test.mrc","offset":500,"record":6,"control":"4","tag":"245","#
                    + #""message":"the record has no field 245; add the title and send the record again"}"#,
                #"{"code":"validate.duplicate-identical","severity":"info","action":"noted","stage":"validate","client":"bc","#
                    + #""contributor":"bva","file":"test.mrc","offset":0,"record":1,"control":"1","#
                    + #""message":"record 3 has the same control number and the same content; this one was set aside"}"#,
                #"{"code":"validate.duplicate-differs","severity":"major","action":"noted","stage":"validate","client":"bc","#
                    + #""contributor":"bva","file":"test.mrc","offset":100,"record":2,"control":"2","#
                    + #""message":"record 5 has the same control number and other content; this one was set aside; look whether both describe one title"}"#,
            ])
    }

    @Test func `of an addition and a deletion the later counts`() throws {
        let result = try run([book("1"), delete("1"), delete("2"), book("2"), delete("3"), delete("3")])
        #expect(result.verdicts == [.duplicate, .passed, .duplicate, .passed, .duplicate, .passed])
        #expect(result.summary.defects.byCode == ["validate.add-and-delete": 2, "validate.duplicate-identical": 1])
        #expect(
            result.defects.map { $0.contains("record 2 deletes this control number again") } == [true, false, false])
        #expect(
            result.defects[1].contains(
                "record 4 has this control number again; the deletion was set aside and the title is kept"))
        #expect(
            result.defects[2].contains(
                "record 6 has the same control number and is a deletion too; this one was set aside"))
    }

    @Test func `a rejected record sets nothing aside`() throws {
        let result = try run([book("1"), Judging.record("=001  1", "=245")])
        #expect(result.verdicts == [.passed, .rejected])
    }

    @Test func `holdings repeat freely under one number, also that of their record; the same one twice is a duplicate`()
        throws
    {
        func holdings(_ library: String) -> String {
            "=LDR  00000nx  a22000003  4500\n=001  1\n=008  0601104p    8   4001uueng0060110\n=852  \\\\$a\(library)"
        }
        let result = try run([book("1"), holdings("ViU"), holdings("ViW"), holdings("ViU")])
        #expect(result.verdicts == [.passed, .duplicate, .passed, .passed])
    }

    @Test func `holdings that name their record in 004 repeat as freely where they share a number`() throws {
        func holdings(_ number: String, _ library: String) -> String {
            "=LDR  00000nx  a2200000zn 4500\n=001  \(number)\n=004  9\n=008  0601104p    8   4001uueng0060110\n"
                + "=852  \\\\$a\(library)"
        }
        let result = try run([
            holdings("h1", "ViU"), holdings("7", "ViU"), holdings("7", "ViW"), holdings("h2", "ViU"),
            holdings("7", "ViU"), holdings("h1", "ViU"), delete("7"),
        ])
        #expect(result.verdicts == [.duplicate, .duplicate, .passed, .passed, .passed, .passed, .passed])
        #expect(result.summary.defects.byCode == ["validate.duplicate-identical": 2])
        let numbers = try controlNumbers()
        #expect(numbers[2].hasPrefix("7/") && numbers[4].hasPrefix("7/") && numbers[2] != numbers[4])
        #expect([numbers[3], numbers[5]] == ["h2", "h1"])
    }

    @Test func `what comes out is the same with one thread and with four`() throws {
        let texts = (0..<200).map { book("\($0 % 150)", "Title \($0 % 50)") } + (0..<50).map { delete("\($0 * 4)") }
        _ = try run(texts, threads: 1, into: "one")
        _ = try run(texts, threads: 4, into: "four")
        for file in [StageFile.verdicts, StageFile.defects, StageFile.fields] {
            #expect(
                FileManager.default.contentsEqual(atPath: "\(folder)/one/\(file)", andPath: "\(folder)/four/\(file)"))
        }
    }

    @Test func `what the submission looks like is counted by record, not by occurrence`() throws {
        _ = try run([
            Judging.record("=001  ocm1", "=020  \\\\$a1$a2", "=020  \\\\$a3"), Judging.record("=001  ocm2", "=245"),
            Judging.record("=001  ocm3", "=008  30517s1993\\\\\\\\nyua"), delete("bva17"),
        ])
        let text = try String(contentsOfFile: "\(folder)/out/\(StageFile.fields)", encoding: .utf8)
        let lines = text.replacing("\t", with: " ").split(separator: "\n").map(String.init)
        #expect(
            lines == [
                "bibliographic 001 3", "bibliographic 008 3", "bibliographic 008 length 18 1",
                "bibliographic 008 length 40 2", "bibliographic 008/00-05=date 2", "bibliographic 008/06=1 1",
                "bibliographic 008/06=s 2", "bibliographic 008/15-17=country 2", "bibliographic 008/35-37=language 2",
                "bibliographic 008/39=d 2", "bibliographic 020 1", "bibliographic 020$a 1", "bibliographic 245 2",
                "bibliographic 245$a 2", "bibliographic 245$c 2", "bibliographic 300 3", "bibliographic 300$a 3",
                "bibliographic 300$c 3", "bibliographic LDR/06=a 3",
                "bibliographic LDR/07=m 3", "bibliographic LDR/17=# 3", "bibliographic LDR/18=a 3",
                "bibliographic records 3", "control-number bva# 1", "control-number ocm# 3", "level critical 1",
                "level major 1", "level minor 1", "submission deletes 1",
                "submission records 4",
            ])
    }

    @Test func `numbers that several records share are listed and counted`() throws {
        func numbered(_ control: String, _ isbn: String, _ oclc: String) -> String {
            Judging.record("=001  \(control)", "=020  \\\\$a\(isbn)", "=035  \\\\$a(OCoLC)\(oclc)")
        }
        let result = try run([
            numbered("1", "9780306406157", "17"), numbered("2", "0306406152", "18"),
            numbered("3", "9781402894626", "17"),
            numbered("1", "9780306406157", "17"),
        ])
        #expect(result.verdicts == [.duplicate, .passed, .passed, .passed])
        #expect(result.summary.counts["shared-isbn"] == 1 && result.summary.counts["shared-oclc"] == 1)
        let shared = result.defects.filter { $0.contains("-number-shared") }
        #expect(
            shared == [
                #"{"code":"validate.standard-number-shared","severity":"info","action":"noted","stage":"validate","client":"bc","#
                    + #""contributor":"bva","file":"test.mrc","offset":300,"record":4,"control":"1","tag":"020","#
                    + #""before":"9780306406157","message":"record 2 (2) has the same ISBN; look whether both describe one title"}"#,
                #"{"code":"validate.record-number-shared","severity":"minor","action":"noted","stage":"validate","client":"bc","#
                    + #""contributor":"bva","file":"test.mrc","offset":300,"record":4,"control":"1","tag":"035","#
                    + #""before":"17","message":"record 3 (3) has the same OCLC number; look whether both describe one title"}"#,
            ])
        // In several passes over the spool, as a large submission is gone through.
        let verdicts = try SpoolReader(path: "\(folder)/out/\(StageFile.verdicts)", kind: .verdicts)
        for limit in [1, 5, 100] {
            #expect(
                try SharedNumbers(in: verdicts, limit: limit).pairs.map { "\($0.number) \($0.earlier) \($0.later)" }
                    == ["9780306406157 1 3", "17 2 3"])
        }
    }

    @Test
    func `holdings of a full load whose record is not in it are listed and counted, those of other submissions not`()
        throws
    {
        func holdings(_ number: String, of record: String) -> String {
            "=LDR  00000nx  a2200000zn 4500\n=001  \(number)\n=004  \(record)\n=008  0601104p    8   4001uueng0060110\n"
                + "=852  \\\\$aViU"
        }
        let rejected = Judging.record("=001  3", "=245")
        let texts = [
            book("1"), holdings("h1", of: "1"), holdings("h2", of: "2"), rejected, holdings("h3", of: "3"),
            holdings("h4", of: "2"),
        ]
        let links = ["h1", "h2", "h3", "h4", "1", "2", "3"]
        var settings = ValidateSettings()
        #expect(try run(texts, settings: settings, links: links).summary.counts["holdings-without-record"] == nil)
        settings.isFullLoad = true
        let result = try run(texts, into: "full", settings: settings, links: links)
        #expect(result.summary.counts["holdings-without-record"] == 3)
        #expect(result.summary.defects.byCode["validate.holdings-without-record"] == 3)
        let orphans = result.defects.filter { $0.contains("holdings-without-record") }
        let first = #"""
            {"code":"validate.holdings-without-record","severity":"major","action":"noted","stage":"validate",\#
            "client":"bc","contributor":"bva","file":"test.mrc","offset":200,"record":3,"control":"h2","tag":"004",\#
            "occurrence":1,"before":"2","message":"no accepted record of this full load has the control number 2; \#
            send it too, or leave the holdings out"}
            """#
        #expect(orphans.first == first)
        // Where records are numbered elsewhere than in 001, 004 does not tell.
        settings.controlNumber = try #require(ControlNumberPlace("035$a"))
        let elsewhere = try run(texts, into: "elsewhere", settings: settings, links: links)
        #expect(elsewhere.summary.counts["holdings-without-record"] == nil)
    }

    @Test func `a full load names hosts that are not in it, and entries that lead one way`() throws {
        func record(_ number: String, _ line: String) -> String {
            Judging.record("=001  \(number)", "=003  VaU", line)
        }
        let texts = [
            record("1", "=774  08$iPart:$tOne$w(VaU)2"), record("2", "=773  0\\$tHost$w(VaU)1"),
            record("3", "=773  0\\$tGone$w(VaU)9"), record("4", "=773  0\\$tElsewhere$w(OCoLC)9"),
            record("5", "=776  08$iOnline version:$tFive$w(VaU)6"), record("6", "=780  00$tOlder$w7"),
            record("7", "=785  00$tNewer$w6"),
        ]
        func found(_ settings: ValidateSettings, into name: String) throws -> [String] {
            let result = try run(texts, into: name, settings: settings)
            return result.defects.filter { $0.contains("host-not-in-sub") || $0.contains("entry-not-ret") }.compactMap {
                $0.split(separator: #""message":""#).last.map { String($0.dropLast(2)) }
            }
        }
        var settings = ValidateSettings()
        #expect(try found(settings, into: "changes") == [])
        settings.isFullLoad = true
        #expect(
            try found(settings, into: "full") == [
                "773 names as its host item 9, which no accepted record of this full load has as its control number; send the "
                    + "host too, or correct the number",
                "776 names the record 6, which does not name this one in 776; add the entry there",
            ])
    }

    @Test func `an empty submission leaves empty books`() throws {
        let result = try run([])
        #expect(result.summary.recordsIn == 0 && result.defects.isEmpty && result.verdicts.isEmpty)
    }
}

@Suite struct `Identities of a submission` {
    private func entry(_ text: String, _ ordinal: Int, kind: RecordKind = .bibliographic) -> SubmissionIdentities.Entry?
    {
        var text = text
        return text.withUTF8 { .init(kind, control: $0, ordinal: UInt32(ordinal)) }
    }

    @Test(arguments: [0, 10_000]) func `every identity is found again, with the record that had it last`(expected: Int)
        throws
    {
        var identities = SubmissionIdentities(expecting: expected)
        for number in 0..<10_000 { #expect(identities.enter(try #require(entry("n\(number)", number))) == nil) }
        for number in 0..<10_000 {
            #expect(identities.enter(try #require(entry("n\(number)", number + 10_000))) == UInt32(number))
        }
        #expect(identities.enter(try #require(entry("n7", 30_000))) == 10_007)
    }

    @Test func `an authority record and a bibliographic one may share a number`() throws {
        var identities = SubmissionIdentities()
        #expect(identities.enter(try #require(entry("1", 0))) == nil)
        #expect(identities.enter(try #require(entry("1", 1, kind: .authority))) == nil)
        #expect(entry("", 3) == nil)
    }

    @Test func `takes at most 16 bytes a record`() {
        for records in [1_000, 123_457, 1_000_000] {
            #expect(SubmissionIdentities(expecting: records).byteCount <= records * 16)
        }
    }
}
