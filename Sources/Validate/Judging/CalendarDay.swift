internal import MARC

extension ValidateSettings.Day {
    /// Whether there is such a day.
    var isReal: Bool {
        guard (1...12).contains(month) else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days =
            switch month {
            case 2: isLeap ? 29 : 28
            case 4, 6, 9, 11: 30
            default: 31
            }
        return (1...days).contains(day)
    }

    /// The day after, which it may already be elsewhere.
    var next: ValidateSettings.Day {
        let tomorrow = ValidateSettings.Day(year: year, month: month, day: day + 1)
        if tomorrow.isReal { return tomorrow }
        return ValidateSettings.Day(year: month == 12 ? year + 1 : year, month: month % 12 + 1, day: 1)
    }

    /// `yyyymmdd`; nil for anything but eight digits.
    init?(yyyymmdd bytes: ByteView) {
        guard bytes.count == 8, let year = Self.number(bytes.slice(0, 4)), let month = Self.number(bytes.slice(4, 2)),
            let day = Self.number(bytes.slice(6, 2))
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `yymmdd`, of which the years 00 to 67 are those of this century: MARC began in 1968. nil for anything but six digits.
    init?(yymmdd bytes: ByteView) {
        guard bytes.count == 6, let year = Self.number(bytes.slice(0, 2)), let month = Self.number(bytes.slice(2, 2)),
            let day = Self.number(bytes.slice(4, 2))
        else { return nil }
        self.init(year: year < 68 ? 2000 + year : 1900 + year, month: month, day: day)
    }

    /// As in 2026-11-25.
    var text: String { "\(year)-\(Words.twoDigits(month))-\(Words.twoDigits(day))" }

    private static func number(_ bytes: ByteView) -> Int? {
        var number = 0
        for byte in bytes {
            guard byte &- 0x30 < 10 else { return nil }
            number = number * 10 + Int(byte &- 0x30)
        }
        return number
    }
}
