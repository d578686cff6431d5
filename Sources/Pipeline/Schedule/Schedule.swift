public import Foundation

/// When a pipeline runs: a cadence, a local time in a time zone, a deadline, and what becomes of missed slots.
public struct Schedule: Sendable, Equatable {
    /// How often.
    public enum Cadence: Sendable, Equatable {
        /// On a day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
        case weekly(day: Int)
        /// On a day of the month, 1 to 31; the last day of a month that is shorter.
        case monthly(day: Int)
    }

    /// What is done with slots that came due while nothing ran.
    public enum Missed: String, Sendable, CaseIterable {
        /// Run the latest, skip the others.
        case latest
        /// Skip them all.
        case skip
        /// Run them all, in order.
        case all
    }

    public var cadence: Cadence
    /// Minutes after local midnight.
    public var minutes: Int
    public var timeZone: TimeZone
    /// Hours after the slot when the update has to be done.
    public var deadlineHours: Double
    public var missed: Missed

    public init(
        cadence: Cadence, minutes: Int, timeZone: TimeZone, deadlineHours: Double = 24, missed: Missed = .latest
    ) {
        self.cadence = cadence
        self.minutes = minutes
        self.timeZone = timeZone
        self.deadlineHours = deadlineHours
        self.missed = missed
    }

    /// As one line, `weekly on day 7 at 02:30 America/Vancouver`; a change of it never makes a past slot due.
    public var text: String {
        let time = String(format: "%02d:%02d", minutes / 60, minutes % 60)
        switch cadence {
        case .weekly(let day): return "weekly on day \(day) at \(time) \(timeZone.identifier)"
        case .monthly(let day): return "monthly on day \(day) at \(time) \(timeZone.identifier)"
        }
    }
}
