import MARC
import Testing

@testable import Update

private let noted = DefectCode("validate.odd", .major, .noted, what: "w", why: "y", done: "d", repair: "r")
private let repaired = DefectCode("scrub.odd", .minor, .repaired, what: "w", why: "y", done: "d", repair: "r")

@Suite struct `A profile's exceptions for codes` {
    private func log(_ exceptions: [String: DefectPolicy.Exception], _ kind: RecordKind? = .bibliographic) -> DefectLog
    {
        var log = DefectLog(
            files: FileTable([.init(name: "a.mrc", path: "a.mrc", format: .iso2709)]),
            policy: DefectPolicy(exceptions: exceptions))
        log.begin(RecordOrigin(offset: 0, length: 10, ordinalInFile: 1, ordinal: 0, file: 0), control: nil, kind: kind)
        return log
    }

    @Test func `count only in the kinds of records that they name`() {
        let exception = ["validate.odd": DefectPolicy.Exception(isOff: true, kinds: [.holdings])]
        for (kind, count) in [(RecordKind.bibliographic, 1), (.holdings, 0)] {
            var log = log(exception, kind)
            log.report(noted, "message")
            #expect(log.defects.count == count)
        }
    }

    @Test func `count only in the fields that they name`() {
        var log = log(["validate.odd": .init(severity: .info, tags: ["9XX"])])
        log.report(noted, at: FieldPlace(tag: "949"), "message")
        log.report(noted, at: FieldPlace(tag: "245"), "message")
        log.report(noted, "about the record")
        #expect(log.defects.map(\.severity) == [.info, .major, .major])
    }

    @Test func `do not talk a repair away`() {
        var log = log(["scrub.odd": .init(severity: .info, action: .noted)])
        log.report(repaired, "message")
        #expect(log.defects.map(\.action) == [.repaired])
        #expect(log.defects.map(\.severity) == [.info])
    }

    @Test func `can hold the submission, which rejects no record`() {
        var log = log(["validate.odd": .init(action: .submissionHeld)])
        log.report(noted, "message")
        #expect(!log.isRejected && log.weightiest == .submissionHeld)
    }
}

@Suite struct `The level of a record` {
    @Test func `is that of its worst defect that was not repaired`() {
        var log = DefectLog(files: FileTable([]))
        log.report(repaired, "message")
        #expect(Level(log.worstRemaining?.severity) == .clean)
        log.report(noted, "message")
        #expect(Level(log.worstRemaining?.severity) == .major)
        #expect(log.worstRemaining?.code == noted)
        log.beginWhole()
        #expect(log.worstRemaining == nil)
    }

    @Test(
        arguments: zip(
            [nil, .info, .minor, .major, .critical] as [Severity?], ["clean", "clean", "minor", "major", "critical"]))
    func `follows the severity`(worst: Severity?, name: String) { #expect(Level(worst).name == name) }
}
