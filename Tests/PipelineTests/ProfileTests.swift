import MARC
import Testing
import Update

@testable import Pipeline

@Suite struct `A profile's YAML` {
    private func problems(_ text: String) -> [String] {
        do {
            _ = try Profile(pinnedAs: "bva", text: text, knownCodes: DefectCodes.names)
            return []
        } catch {
            return error.problems.map { "\($0.line):\($0.column) \($0.message)" }
        }
    }

    @Test func `says what each code and level does, at which scope, and why`() throws {
        let profile = try Profile(
            pinnedAs: "bva",
            text: """
                codes:
                  validate.title-repeated: { action: record-rejected, records: [bibliographic], reason: blank titles }
                  validate.subfield-undefined: { off: true, tags: ["9XX"], reason: our own subfields }
                  scrub.empty-subfield: { severity: info, reason: known }
                levels:
                  critical: { action: submission-held, reason: ask us first }
                  major: { action: noted, reason: as usual }
                """, knownCodes: DefectCodes.names)
        #expect(profile.policy.exceptions["validate.title-repeated"]?.kinds == [.bibliographic])
        #expect(profile.policy.exceptions["validate.subfield-undefined"]?.tags == ["9XX"])
        #expect(profile.levels == [LevelRule(level: .critical, action: .submissionHeld, reason: "ask us first")])
        let facts = profile.facts.filter { $0.key == "codes" || $0.key == "levels" }.map(\.value)
        #expect(
            facts == [
                "scrub.empty-subfield info; validate.subfield-undefined off 9XX; "
                    + "validate.title-repeated record-rejected bibliographic", "critical submission-held",
            ])
    }

    @Test func `names the place of everything that is wrong with codes and levels`() {
        #expect(
            problems(
                """
                codes:
                  validate.title-missin: { off: true, reason: r }
                  scrub.empty-subfield: { action: noted, reason: r }
                  validate.title-missing: { action: part-dropped, records: [books], reason: r }
                  validate.title-empty: { reason: r }
                levels:
                  minor: { action: record-rejected }
                  grave: { action: noted, reason: r }
                """) == [
                    "2:26 'validate.title-missin' is no defect code; did you mean 'validate.title-missing'?",
                    "3:35 the rule of 'scrub.empty-subfield' changes the record (part-dropped); 'action' can only be "
                        + "record-rejected or submission-held there, and off: true leaves it out of the reports",
                    "4:37 'action' expects noted, record-rejected or submission-held, found 'part-dropped'",
                    "4:60 'records' expects bibliographic, holdings, authority, found 'books'",
                    "4:27 'validate.title-missing' says nothing; expected severity, action or off",
                    "5:25 'validate.title-empty' says nothing; expected severity, action or off",
                    "7:10 the key 'reason' is missing or empty",
                    "8:3 unknown key 'grave'; known here: critical, major, minor",
                ])
    }
}
