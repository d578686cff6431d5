import Foundation
import Testing

@testable import Pipeline

@Suite struct `A schedule` {
    private func schedule(_ cadence: Schedule.Cadence, _ minutes: Int, _ zone: String = "Europe/Paris") throws
        -> Schedule
    {
        Schedule(cadence: cadence, minutes: minutes, timeZone: try #require(TimeZone(identifier: zone)))
    }

    private func instant(_ text: String) throws -> Date { try #require(ISO8601DateFormatter().date(from: text)) }

    private func text(_ slots: [ScheduledSlot]) -> [String] {
        slots.map { "\($0.period) \(ISO8601DateFormatter().string(from: $0.due))" }
    }

    @Test func `a weekly slot falls on its day at its local time`() throws {
        let sundays = try schedule(.weekly(day: 7), 150).slots(
            after: instant("2026-11-01T00:00:00Z"), until: instant("2026-11-16T00:00:00Z"))
        #expect(
            text(sundays) == [
                "2026-W44 2026-11-01T01:30:00Z", "2026-W45 2026-11-08T01:30:00Z", "2026-W46 2026-11-15T01:30:00Z",
            ])
    }

    @Test func `a local time that the change of clocks skips runs at the first instant after it`() throws {
        let slots = try schedule(.weekly(day: 7), 150).slots(
            after: instant("2026-03-28T12:00:00Z"), until: instant("2026-03-30T00:00:00Z"))
        #expect(text(slots) == ["2026-W13 2026-03-29T01:00:00Z"])
    }

    @Test func `a local time that comes twice runs once`() throws {
        let slots = try schedule(.weekly(day: 7), 150).slots(
            after: instant("2026-10-24T12:00:00Z"), until: instant("2026-10-26T00:00:00Z"))
        #expect(text(slots) == ["2026-W43 2026-10-25T00:30:00Z"])
    }

    @Test func `the 31st of a shorter month is its last day`() throws {
        let slots = try schedule(.monthly(day: 31), 0, "GMT").slots(
            after: instant("2026-01-31T12:00:00Z"), until: instant("2026-04-30T12:00:00Z"))
        #expect(slots.map(\.period) == ["2026-02", "2026-03", "2026-04"])
    }

    @Test(arguments: ["2026-W47", "2020-W53", "2026-W01"]) func `a week is a period of a weekly pipeline`(
        _ period: String
    ) throws {
        let weekly = try schedule(.weekly(day: 1), 0)
        #expect(weekly.isPeriod(period))
        let due = try #require(weekly.due(ofPeriod: period))
        #expect(weekly.period(of: due) == period)
    }

    @Test(arguments: ["2026-W54", "2021-W53", "2026-11", "W47", "2026-W4", ""])
    func `what is no week is refused`(_ period: String) throws {
        #expect(try !schedule(.weekly(day: 1), 0).isPeriod(period))
    }
}
