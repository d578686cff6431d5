import MARC
import TestSupport
import Testing
@_spi(Scrub) import Update

@testable import Validate

@Suite struct `Levels of records` {
    private func judge(_ text: String, scrubbed level: Level = .clean, _ settings: ValidateSettings = .init()) -> (
        mark: Validated.Mark, defects: [String]
    ) {
        var batch = Judging.scrubbed([])
        batch.append(
            Records.record(text), origin: RecordOrigin(offset: 0, length: 9, ordinalInFile: 1, ordinal: 0, file: 0),
            intent: .keep, disposition: .passed, isRepaired: false, level: level)
        var log = DefectLog(files: batch.files)
        let judged = ValidateStage(settings).process(batch, log: &log)
        return (judged.marks[0], log.defects.map(Judging.line))
    }

    @Test func `go by the worst that scrub left or validate found`() {
        #expect(judge(Judging.record()).mark.level == .clean)
        #expect(judge(Judging.record(), scrubbed: .minor).mark.level == .minor)
        #expect(judge(Judging.record("=245"), scrubbed: .minor).mark.level == .critical)
    }

    @Test func `that the profile does not accept are rejected, with the profile's reason`() {
        var settings = ValidateSettings()
        settings.levels = [
            LevelRule(level: .minor, action: .recordRejected, kinds: [.holdings], reason: "no flaws in holdings"),
            LevelRule(level: .minor, action: .recordRejected, reason: "the library asked for it"),
        ]
        let (mark, defects) = judge(Judging.record(), scrubbed: .minor, settings)
        #expect(mark.disposition == .rejected)
        #expect(
            defects == [
                "major validate.level-not-accepted record-rejected: the record is minor since scrub, which the profile does "
                    + "not accept: the library asked for it; repair it and send it again"
            ])
        #expect(judge(Judging.record(), settings).mark.disposition == .passed)
    }

    @Test func `that are to be held reject no record`() {
        var settings = ValidateSettings()
        settings.levels = [LevelRule(level: .major, action: .submissionHeld, reason: "ask us")]
        let (mark, defects) = judge(Judging.record(), scrubbed: .major, settings)
        #expect(mark.disposition == .passed)
        #expect(defects.count == 1 && defects[0].hasPrefix("major validate.level-not-accepted submission-held: "))
    }
}
