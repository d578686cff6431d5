import MARC
import Testing

@testable import Update

private let code = DefectCode(
    "scrub.leader-encoding-wrong", .major, .repaired, what: "w", why: "y", done: "d", repair: "r")

@Suite struct `A line of defects.jsonl` {
    @Test func `has its keys in the order of the contract`() {
        let defect = Defect(
            code: code, origin: RecordOrigin(offset: 4112, length: 900, ordinalInFile: 3, ordinal: 2, file: 0),
            file: "out.zip/bva.mrc", control: "ocm01234567",
            place: FieldPlace(tag: "245", occurrence: 1, indicator: 2, subfield: 0x61, position: 4), before: "a\"b\\",
            after: "\u{1}é", message: "leader/09 says MARC-8")
        var line: [UInt8] = []
        DefectLine.append(defect, client: "bcuc", contributor: "bva", to: &line)
        #expect(
            String(decoding: line, as: UTF8.self) == #"""
                {"code":"scrub.leader-encoding-wrong","severity":"major","action":"repaired","stage":"scrub","client":"bcuc","contributor":"bva","file":"out.zip/bva.mrc","offset":4112,"record":3,"control":"ocm01234567","tag":"245","occurrence":1,"indicator":2,"subfield":"a","position":4,"before":"a\"b\\","after":"\u0001é","message":"leader/09 says MARC-8"}

                """#)
    }

    @Test func `leaves out what does not apply`() {
        var line: [UInt8] = []
        DefectLine.append(Defect(code: code, message: "m"), client: nil, contributor: nil, to: &line)
        #expect(
            String(decoding: line, as: UTF8.self)
                == #"{"code":"scrub.leader-encoding-wrong","severity":"major","action":"repaired","stage":"scrub","message":"m"}"#
                + "\n")
    }

    @Test func `a log knows the record at hand, escapes bytes and obeys the policy`() {
        var log = DefectLog(
            files: FileTable([.init(name: "a.mrc", path: "a.mrc", format: .iso2709)]),
            policy: DefectPolicy(exceptions: [code.name: .init(severity: .minor, action: .recordRejected)]))
        log.begin(RecordOrigin(offset: 0, length: 10, ordinalInFile: 1, ordinal: 0, file: 0), control: nil)
        log.report(code, at: .leader(9), before: [0x41, 0xFF], "message")
        #expect(log.isRejected && log.worst == .minor)
        #expect(log.defects.first?.before == "A\\xFF" && log.defects.first?.file == "a.mrc")
        log.begin(RecordOrigin(offset: 10, length: 10, ordinalInFile: 2, ordinal: 1, file: 0), control: nil)
        #expect(!log.isRejected && log.worst == nil)
    }
}
