internal import Foundation

extension Schedule {
    static let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// Reads `cadence day time time-zone deadline-hours missed`; what is wrong is noted in the file's problems.
    init(_ map: YAMLMap?, in file: YAMLMap) {
        self.init(cadence: .weekly(day: 7), minutes: 0, timeZone: .gmt)
        guard let map else {
            if !file.names.contains("schedule") {
                file.problem(at: "schedule", "the key 'schedule' is missing; expected cadence, day, time and time-zone")
            }
            return
        }
        readCadence(map)
        minutes = Self.minutes(map)
        readTimeZone(map)
        deadlineHours = map.number("deadline-hours", in: 0.1...1000) ?? deadlineHours
        missed = map.word("missed", among: Missed.allCases.map { ($0.rawValue, $0) }) ?? missed
        map.finish()
    }

    private mutating func readCadence(_ map: YAMLMap) {
        let isMonthly = map.word("cadence", among: [("weekly", false), ("monthly", true)]) ?? false
        if !map.names.contains("cadence") {
            map.problem(at: "cadence", "the key 'cadence' is missing; expected weekly or monthly")
        }
        if isMonthly {
            cadence = .monthly(day: map.integer("day", in: 1...31) ?? 1)
        } else {
            let words = Self.days.enumerated().map { ($1, $0 + 1) }
            cadence = .weekly(day: map.word("day", among: words) ?? 7)
        }
        if !map.names.contains("day") { map.problem(at: "day", "the key 'day' is missing") }
    }

    private mutating func readTimeZone(_ map: YAMLMap) {
        let name = map.requiredString("time-zone")
        if let zone = TimeZone(identifier: name) {
            timeZone = zone
        } else if !name.isEmpty {
            let near =
                NearestName.of(name, among: TimeZone.knownTimeZoneIdentifiers).map { "; did you mean '\($0)'?" } ?? ""
            map.problem(at: "time-zone", "'time-zone' expects a name as in America/Vancouver, found '\(name)'\(near)")
        }
    }

    private static func minutes(_ map: YAMLMap) -> Int {
        let text = map.requiredString("time")
        if let minutes = minutes(text) { return minutes }
        if !text.isEmpty { map.problem(at: "time", "'time' expects a local time as in 02:30, found '\(text)'") }
        return 0
    }

    /// The minutes after midnight of `02:30`; nil for anything else.
    static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]), let minute = Int(parts[1]),
            (0...23).contains(hour), (0...59).contains(minute)
        {
            return hour * 60 + minute
        }
        return nil
    }
}
