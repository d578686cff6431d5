import Foundation
import MARC
import Testing

@testable import Pipeline
@testable import Reports
@testable import Update

@Suite struct `The reports of a submission` {
    private func written(_ change: (SampleSubmission) throws -> Void = { _ in }) throws -> SampleSubmission {
        let sample = try SampleSubmission()
        try change(sample)
        try sample.write()
        try SubmissionReports.write(sample.folder, in: sample.workspace(), codes: SampleSubmission.codes)
        return sample
    }

    @Test func `are the page, the table, the mail, the rejected records and the lists asked for`() throws {
        let sample = try written()
        #expect(
            try sample.reportNames() == [
                "defects.csv", "failed-filter.txt", "index.html", "no-isbn-issn.txt", "notice.txt", "rejects.mrc",
            ])
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: sample.folder.path).contains("report.part") == false)
    }

    @Test func `say on how many records each field stands, where validate has counted`() throws {
        let sample = try written()
        let attempt = try #require(try sample.folder.current(.validate))
        var profile = FieldProfile()
        profile.add(2000, at: .submission, "records")
        profile.add(2000, at: .bibliographic, "records")
        profile.add(1999, at: .bibliographic, "245$a")
        profile.add(2, at: .bibliographic, "246$,")
        profile.add(1, at: .code, "validate.title-missing")
        try Data(profile.text.utf8).write(to: URL(fileURLWithPath: attempt.file(StageFile.fields)))
        try SubmissionReports.write(sample.folder, in: sample.workspace(), codes: SampleSubmission.codes)
        let table = try sample.report("fields.csv")
        #expect(
            table.split(separator: "\r\n") == [
                "records,place,count,percent,rare", "bibliographic,245$a,1999,99.95,",
                "bibliographic,\"246$,\",2,0.10,rare",
            ])
    }

    @Test func `lists that nobody asked for are not made, and what an earlier report had disappears`() throws {
        let sample = try written()
        sample.profileText = "format: any\n"
        try sample.write()
        for index in sample.records.indices { sample.records[index].end = .passed }
        try sample.write()
        try SubmissionReports.write(sample.folder, in: sample.workspace(), codes: SampleSubmission.codes)
        #expect(try sample.reportNames() == ["defects.csv", "index.html", "notice.txt"])
    }

    @Test func `rejected records are there byte for byte as received`() throws {
        let sample = try written()
        #expect(try sample.bytes("rejects.mrc") == sample.records[1].bytes + sample.records[3].bytes)
    }

    @Test func `rejected records of an XML file come in a collection with the root's namespaces`() throws {
        let sample = try written { sample in
            sample.entry = .init(
                name: "bva.xml", path: "files/bva.xml", format: .marcxml,
                namespaces: " xmlns:marc=\"http://www.loc.gov/MARC21/slim\" xmlns:xsi=\"urn:x\"")
            let good = "<marc:record><marc:leader>00000nam a2200000   4500</marc:leader></marc:record>"
            for index in sample.records.indices { sample.records[index].bytes = Array(good.utf8) }
            sample.records[3].bytes = Array(
                "<marc:record xsi:a='1'>\r\n <marc:controlfield tag='001'>é</marc:controlfield></marc:record>".utf8)
        }
        #expect(
            try sample.report("rejects.xml") == """
                <?xml version="1.0" encoding="UTF-8"?>
                <marc:collection xmlns:marc="http://www.loc.gov/MARC21/slim" xmlns:xsi="urn:x">
                <marc:record><marc:leader>00000nam a2200000   4500</marc:leader></marc:record>
                <marc:record xsi:a='1'>\r\n <marc:controlfield tag='001'>é</marc:controlfield></marc:record>
                </marc:collection>

                """)
    }

    @Test func `a record that is not well-formed does not spoil the document for its neighbours`() throws {
        let sample = try written { sample in
            sample.entry = .init(name: "bva.xml", path: "files/bva.xml", format: .marcxml)
            let good = "<record><leader>00000nam a2200000   4500</leader></record>"
            for index in sample.records.indices { sample.records[index].bytes = Array(good.utf8) }
            sample.records[1].bytes = Array("<record><leader>00000nam</record>".utf8)
        }
        #expect(try sample.report("rejects.xml").contains("<collection>\n<record><leader>00000nam a2200000"))
        #expect(try sample.report("rejects-not-well-formed.xml") == "<record><leader>00000nam</record>\n")
    }

    @Test func `before validate, what ingest rejected is rejected`() throws {
        let sample = try SampleSubmission()
        try sample.write(through: .scrub)
        try SubmissionReports.write(sample.folder, in: sample.workspace(), codes: SampleSubmission.codes)
        #expect(try sample.bytes("rejects.mrc") == sample.records[1].bytes)
    }

    @Test func `the table has the contract's columns and every defect, private content masked`() throws {
        #expect(
            try written().report("defects.csv") == """
                code,severity,action,stage,client,contributor,file,offset,record,control,tag,occurrence,indicator,subfield,position,before,after,message\r
                ingest.record-truncated,critical,record-rejected,ingest,demo,bva,bva.mrc,12,2,ocm2,,,,,,,,"the leader gives 60 bytes, the record ends after 20; send it again"\r
                scrub.blank-doubled,minor,repaired,scrub,demo,bva,bva.mrc,0,1,ocm1,245,1,,a,,The  first title,The first title,two blanks; one was taken out\r
                scrub.blank-doubled,minor,repaired,scrub,demo,bva,bva.mrc,59,5,ocm5,541,1,,a,,•••,•••,Blanks stand next to each other. (•••: the profile calls field 541 private)\r
                validate.title-missing,critical,record-rejected,validate,demo,bva,bva.mrc,45,4,ocm4,,,,,,,,the record has no field 245; add one\r

                """)
    }

    @Test func `the lists name accepted records without numbers, and rejected ones with the reasons`() throws {
        let sample = try written()
        #expect(
            try sample.report("no-isbn-issn.txt") == """
                control number\ttitle
                ocm1\tThe first title /
                ocm6\tA later title

                """)
        #expect(
            try sample.report("failed-filter.txt") == """
                control number\tplace\treason
                ocm2\tbva.mrc record 2\tingest.record-truncated: the leader gives 60 bytes, the record ends after 20; send it again
                ocm4\tbva.mrc record 4\tvalidate.title-missing: the record has no field 245; add one

                """)
    }

    @Test func `the mail is short, whole and in plain text`() throws {
        #expect(
            try written { $0.gate = Self.closedGate }.report("notice.txt") == """
                To: marc@bva.example
                Subject: Demo Union Catalogue, your records for 2026-W47: held
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                This is about the records that Bürgerbücherei (bva) sent to Demo Union
                Catalogue for 2026-W47.

                6 records came. Nothing has been installed: the submission is held until a
                person lets it on or turns it down.
                Why: 2 of 6 records were rejected (33.3 %); the limit is 10 % and more than
                1

                WHAT CAME

                  bva.mrc, 83 bytes, 6 records
                  as changes

                WHAT BECAME OF IT

                  1  duplicate: a later record of the submission has the same number
                  2  rejected: set aside; an earlier version stays
                  3  held: ready, waiting for a decision

                PLEASE REPAIR

                1. 1 record: The record ends before its length says.
                   Send the record again.
                   Example: bva.mrc, record 2 (001 ocm2, byte 12): the leader gives 60
                   bytes, the record ends after 20; send it again
                   (critical, ingest.record-truncated)

                2. 1 record: The record has no field 245.
                   Add field 245 with the title in $a and send the record again.
                   Example: bva.mrc, record 4 (001 ocm4, byte 45): the record has no field
                   245; add one
                   (critical, validate.title-missing)

                3. 2 records: Blanks stand next to each other.
                   Nothing need be done.
                   Example: bva.mrc, record 1 (001 ocm1, byte 0), 245 $a: two blanks; one
                   was taken out
                   (minor, scrub.blank-doubled)

                THE FULL REPORT

                All 4 defects, what each means and how it is repaired:

                  runs/demo/2026-W47/bva/report/index.html

                """)
    }

    @Test func `the same submission gives the same bytes, wherever the workspace lies`() throws {
        let (one, other) = (try written(), try written())
        for name in try one.reportNames() {
            #expect(try one.bytes(name) == other.bytes(name), "\(name) differs")
            #expect(try !one.report(name).contains(one.workspacePath))
        }
    }

    @Test func `nothing is written before anything was pinned`() throws {
        let sample = try SampleSubmission()
        try SubmissionReports.write(sample.folder, in: sample.workspace(), codes: SampleSubmission.codes)
        #expect(!FileManager.default.fileExists(atPath: sample.folder.path))
    }

    @Test func `a damaged defects file fails with its line`() throws {
        let sample = try SampleSubmission()
        try sample.write()
        let path = "\(sample.folder.path)/2-scrub/001/defects.jsonl"
        try Data("{\"code\":\"a.b\",\"message\":\"m\"}\n{\"code\":3\n".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: DefectFileDamaged(path: path, line: 2)) {
            try SubmissionReports.write(sample.folder, in: sample.workspace(), codes: SampleSubmission.codes)
        }
    }

    @Test func `an attempt that read something else than what is current does not count`() throws {
        let sample = try SampleSubmission()
        try sample.write()
        sample.records.removeLast()
        sample.records[4].end = .passed
        try sample.write(through: .ingest)
        try SubmissionReports.write(sample.folder, in: sample.workspace(), codes: SampleSubmission.codes)
        #expect(try !sample.report("defects.csv").contains("validate."))
        #expect(try sample.bytes("rejects.mrc") == sample.records[1].bytes)
    }

    static let closedGate = GateVerdict(
        measures: [
            .init(
                gate: "rejects", count: 2, of: 6, limit: .init(percent: 10, atLeast: 1),
                what: "2 of 6 records were rejected"),
            .init(
                gate: "deletes", count: 1, of: 900, limit: .init(percent: 10, atLeast: 50),
                what: "1 of 900 would be deleted"),
        ], spool: "x", released: nil, releasedSpool: nil)
}
