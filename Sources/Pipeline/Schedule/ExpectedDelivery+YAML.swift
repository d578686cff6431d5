internal import Foundation

/// A contributor's `expects` in the client's file, by pipeline.
///
/// ```yaml
/// expects:
///   weekly: { by: friday 18:00, except: [2026-W52, 2026-W53] }
///   monthly: { by: 2 18:00, files: ["books-*.mrc", "holdings.mrc"], every: 3, since: 2026-01 }
/// ```
extension ExpectedDelivery {
    /// Reads the calendar; what is wrong is noted in the file's problems.
    static func calendar(in entry: YAMLMap) -> [String: ExpectedDelivery] {
        guard let map = entry.map("expects") else { return [:] }
        defer { map.finish() }
        var calendar: [String: ExpectedDelivery] = [:]
        for pipeline in map.names {
            if map.isWord("yes", at: pipeline) {
                calendar[pipeline] = ExpectedDelivery()
            } else if let lines = map.map(pipeline) {
                calendar[pipeline] = ExpectedDelivery(lines)
            }
        }
        return calendar
    }

    private init(_ map: YAMLMap) {
        self.init()
        if let text = map.string("by") {
            by = Moment(text)
            if by == nil {
                map.problem(
                    at: "by", "'by' expects a day and a local time as in friday 18:00 or 2 18:00, found '\(text)'")
            }
        }
        files = map.strings("files")
        every = map.integer("every", in: 1...52) ?? every
        since = map.string("since")
        except = Set(map.strings("except"))
        if every > 1, since == nil {
            map.problem(at: "every", "'every' counts from a period; name the first one with 'since'")
        }
        map.finish()
    }

    /// What is wrong with the calendar for the pipeline that it names.
    func problems(with schedule: Schedule) -> [String] {
        var problems: [String] = []
        for period in except.sorted() + [since].compactMap({ $0 }) where !schedule.isPeriod(period) {
            problems.append("'\(period)' is no period of the pipeline; it has \(schedule.period(of: Date()))")
        }
        if case .weekly = schedule.cadence, case .monthly = by?.day {
            problems.append("the pipeline runs every week; 'by' expects a day of the week as in friday 18:00")
        }
        return problems
    }
}

extension ExpectedDelivery.Moment {
    /// `friday 18:00`, `2 18:00`; nil for anything else.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, let minutes = Schedule.minutes(String(words[1])) else { return nil }
        if let weekday = Schedule.days.firstIndex(of: String(words[0])) {
            day = .weekly(day: weekday + 1)
        } else if let number = Int(words[0]), (1...31).contains(number) {
            day = .monthly(day: number)
        } else {
            return nil
        }
        self.minutes = minutes
    }
}
