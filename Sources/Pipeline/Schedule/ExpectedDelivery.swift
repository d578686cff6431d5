public import Foundation

/// What a contributor's calendar says of one pipeline: in which periods it delivers, by when, and which files.
public struct ExpectedDelivery: Sendable, Equatable {
    /// The day of the week or of the month, and the local time, by which it is there; nil for the slot itself.
    public struct Moment: Sendable, Equatable {
        public var day: Schedule.Cadence
        /// Minutes after local midnight.
        public var minutes: Int
    }

    public var by: Moment?
    /// Patterns of names; a file is expected for each. Empty where any file will do.
    public var files: [String] = []
    /// A delivery in so many periods.
    public var every = 1
    /// The first period with a delivery; nil where it always was so.
    public var since: String?
    /// Periods without a delivery.
    public var except: Set<String> = []

    public init() {}

    /// By when a period's delivery is expected; nil where none is.
    public func due(in period: String, of schedule: Schedule) -> Date? {
        guard let slot = schedule.due(ofPeriod: period), !except.contains(period) else { return nil }
        if let since {
            guard let first = schedule.due(ofPeriod: since), first <= slot,
                schedule.periods(from: first, to: slot) % every == 0
            else { return nil }
        }
        guard let by else { return slot }
        var moment = schedule
        (moment.cadence, moment.minutes) = (by.day, by.minutes)
        return moment.slots(after: slot.addingTimeInterval(-40 * 86_400), until: slot).last?.due ?? slot
    }
}

extension Schedule {
    /// How many periods lie between two slots.
    fileprivate func periods(from first: Date, to second: Date) -> Int {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = timeZone
        switch cadence {
        case .weekly:
            return Int((second.timeIntervalSince(first) / (7 * 86_400)).rounded())
        case .monthly:
            let (one, other) = (
                calendar.dateComponents([.year, .month], from: first),
                calendar.dateComponents([.year, .month], from: second)
            )
            return ((other.year ?? 0) - (one.year ?? 0)) * 12 + (other.month ?? 0) - (one.month ?? 0)
        }
    }

    /// An instant as people of the pipeline's time zone write it: `Friday 2026-11-20 18:00`.
    public func localText(_ date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = timeZone
        formatter.dateFormat = "EEEE yyyy-MM-dd HH:mm"
        return formatter.string(from: date)
    }
}
