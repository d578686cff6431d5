public import Foundation

/// One run that a schedule asks for.
public struct ScheduledSlot: Sendable, Equatable {
    /// `2026-W47` or `2026-11`.
    public let period: String
    public let due: Date
    public let deadline: Date
}

extension Schedule {
    private var calendar: Calendar {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = timeZone
        return calendar
    }

    /// The slots with `after < due <= until`, in order.
    public func slots(after: Date, until: Date) -> [ScheduledSlot] {
        var slots: [ScheduledSlot] = []
        var day = calendar.startOfDay(for: after)
        // A day before, because a time that the change of clocks skips can fall due on the next.
        day = calendar.date(byAdding: .day, value: -1, to: day) ?? day
        while day <= until {
            if isDay(day), let slot = slot(on: day), slot.due > after, slot.due <= until { slots.append(slot) }
            guard let next = calendar.date(byAdding: .day, value: 1, to: day), next > day else { break }
            day = calendar.startOfDay(for: next)
        }
        return slots
    }

    /// The first slot after `date`.
    public func next(after date: Date) -> ScheduledSlot? {
        slots(after: date, until: date.addingTimeInterval(40 * 86_400)).first
    }

    /// The period that `date` falls in, for a run that a person starts.
    public func period(of date: Date) -> String {
        switch cadence {
        case .weekly:
            let parts = calendar.dateComponents([.yearForWeekOfYear, .weekOfYear], from: date)
            return String(format: "%04d-W%02d", parts.yearForWeekOfYear ?? 0, parts.weekOfYear ?? 0)
        case .monthly:
            let parts = calendar.dateComponents([.year, .month], from: date)
            return String(format: "%04d-%02d", parts.year ?? 0, parts.month ?? 0)
        }
    }

    private func isDay(_ day: Date) -> Bool {
        switch cadence {
        case .weekly(let wanted):
            // Calendar counts from Sunday = 1.
            return (calendar.component(.weekday, from: day) + 5) % 7 + 1 == wanted
        case .monthly(let wanted):
            let last = calendar.range(of: .day, in: .month, for: day)?.count ?? 31
            return calendar.component(.day, from: day) == min(wanted, last)
        }
    }

    /// A local time that a change of clocks skips is due at the first instant after it; one that comes twice, the first time.
    private func slot(on day: Date) -> ScheduledSlot? {
        let due = calendar.date(
            bySettingHour: minutes / 60, minute: minutes % 60, second: 0, of: day, matchingPolicy: .nextTime,
            repeatedTimePolicy: .first, direction: .forward)
        guard let due else { return nil }
        return ScheduledSlot(
            period: period(of: day), due: due, deadline: due.addingTimeInterval(deadlineHours * 3600))
    }

    /// The instant at which a period that a person names has its slot: "today" for the rules that ask for it.
    public func due(ofPeriod period: String) -> Date? {
        guard let start = startDay(ofPeriod: period) else { return nil }
        let span: Double =
            switch cadence {
            case .weekly: 8
            case .monthly: 32
            }
        return slots(after: start.addingTimeInterval(-1), until: start.addingTimeInterval(span * 86_400))
            .first { $0.period == period }?.due
    }

    /// Whether `period` is written as this cadence writes its periods.
    public func isPeriod(_ period: String) -> Bool { startDay(ofPeriod: period) != nil }

    private func startDay(ofPeriod period: String) -> Date? {
        let parts = period.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]) else { return nil }
        var components = DateComponents()
        switch cadence {
        case .weekly:
            guard parts[1].first == "W", parts[1].count == 3, let week = Int(parts[1].dropFirst()),
                (1...53).contains(week)
            else { return nil }
            components.yearForWeekOfYear = year
            components.weekOfYear = week
            components.weekday = 2
        case .monthly:
            guard parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
            components.year = year
            components.month = month
            components.day = 1
        }
        guard let date = calendar.date(from: components), self.period(of: date) == period else { return nil }
        return date
    }
}
