import Foundation
import Testing

@testable import Pipeline

@Suite struct `A delivery calendar` {
    private func read(_ lines: String) -> (calendar: [String: ExpectedDelivery], problems: [String]) {
        let problems = ProblemList()
        let indented = lines.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
        let text = "contributors:\n  bva:\n    profile: bva\n    expects:\n\(indented)\n"
        let client = ClientPlan(name: "bc", file: "clients/bc.yaml", text: text, problems: problems)
        return (client.contributors.first?.expects ?? [:], problems.problems.map(\.message))
    }

    private func schedule(_ cadence: Schedule.Cadence) throws -> Schedule {
        Schedule(cadence: cadence, minutes: 150, timeZone: try #require(TimeZone(identifier: "America/Vancouver")))
    }

    /// By when the delivery of each period is due, in local time; `-` where none is.
    private func due(_ lines: String, _ cadence: Schedule.Cadence, _ periods: String...) throws -> [String] {
        let expected = try #require(read("p: \(lines)").calendar["p"])
        let schedule = try schedule(cadence)
        return periods.map { expected.due(in: $0, of: schedule).map { schedule.localText($0) } ?? "-" }
    }

    @Test func `has the slot itself, or the last such day and time before it`() throws {
        #expect(try due("yes", .weekly(day: 7), "2026-W47") == ["Sunday 2026-11-22 02:30"])
        #expect(try due("{ by: friday 18:00 }", .weekly(day: 7), "2026-W47") == ["Friday 2026-11-20 18:00"])
        #expect(try due("{ by: sunday 18:00 }", .weekly(day: 7), "2026-W47") == ["Sunday 2026-11-15 18:00"])
        #expect(try due("{ by: 28 18:00 }", .monthly(day: 2), "2026-11") == ["Wednesday 2026-10-28 18:00"])
        #expect(try due("{ by: monday 09:00 }", .monthly(day: 1), "2026-11") == ["Monday 2026-10-26 09:00"])
    }

    @Test func `leaves periods out, counts from one, and has none before it`() throws {
        #expect(
            try due("{ except: [2026-W52] }", .weekly(day: 7), "2026-W51", "2026-W52", "2026-W53")
                == ["Sunday 2026-12-20 02:30", "-", "Sunday 2027-01-03 02:30"])
        #expect(
            try due(
                "{ every: 3, since: 2026-02 }", .monthly(day: 1), "2025-11", "2026-02", "2026-03", "2026-05", "2027-02")
                == ["-", "Sunday 2026-02-01 02:30", "-", "Friday 2026-05-01 02:30", "Monday 2027-02-01 02:30"])
        #expect(
            try due("{ every: 2, since: 2026-W10 }", .weekly(day: 7), "2026-W12", "2026-W13", "2026-W14", "2026-W44")
                == ["Sunday 2026-03-22 02:30", "-", "Sunday 2026-04-05 02:30", "Sunday 2026-11-01 02:30"])
    }

    @Test(
        arguments: [
            (
                "weekly: { by: noon }",
                ["'by' expects a day and a local time as in friday 18:00 or 2 18:00, found 'noon'"]
            ),
            ("weekly: { every: 2 }", ["'every' counts from a period; name the first one with 'since'"]),
            ("weekly: { untill: friday }", ["unknown key 'untill'; known here: by, every, except, files, since"]),
            ("weekly: no", ["expected keys and values, found 'no'"]),
        ] as [(String, [String])])
    func `that cannot be meant is told`(lines: String, expected: [String]) {
        #expect(read(lines).problems == expected)
    }

    @Test func `is held against the pipeline that it names`() throws {
        let weekly = try schedule(.weekly(day: 7))
        let calendar = read("weekly: { by: 2 18:00, except: [2026-11] }").calendar
        let problems = try #require(calendar["weekly"]).problems(with: weekly)
        #expect(problems.count == 2)
        #expect(problems[0].hasPrefix("'2026-11' is no period of the pipeline; it has 20"))
        #expect(problems[1] == "the pipeline runs every week; 'by' expects a day of the week as in friday 18:00")
    }
}
