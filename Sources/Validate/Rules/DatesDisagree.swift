internal import MARC
internal import MARC21
public import Update

/// Dates in 008 that do not go with the type of date before them.
///
/// Source: MARC 21 Format for Bibliographic Data, 008/06-14.
public struct DatesDisagree: RecordRule {
    public static let code = DefectCode(
        "validate.dates-disagree", .minor, .noted,
        what: "The two dates in 008/07-14 are not such as the type of date in 008/06 asks for.",
        why: "Searches by date take the wrong year, or show a journal that has ended as still appearing.",
        done: "The record is installed as it is.",
        repair: "Correct the type of date or the dates: s has one date, m a first and a last year, c ends in 9999.",
        example: #"=008  930517m19951993nyua\\\\\\\\\\001\0\eng\d"#)
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let dates = FixedDates(record), let complaint = Self.complaint(dates) else { return }
        log.report(
            Self.code, at: dates.field.place(position: 6), before: dates.bytes,
            "008/06-14 is '\(dates.text)'; \(complaint)")
    }

    /// What the type of date asks for, where the dates are not so.
    private static func complaint(_ dates: FixedDates) -> StaticString? {
        let (first, second) = (dates.first, dates.second)
        if dates.type == UInt8(ascii: "e") {
            return isMonthAndDay(dates) ? nil : "type e has a month and a day as date 2"
        }
        if first.isUncoded || second.isUncoded { return nil }
        switch dates.type {
        case UInt8(ascii: "b"): return first == .blank && second == .blank ? nil : "type b has no dates"
        case UInt8(ascii: "s"): return first != .blank && second == .blank ? nil : "type s has one date"
        case UInt8(ascii: "c"): return second == .open ? nil : "type c has 9999 as date 2"
        case UInt8(ascii: "d"):
            return second.earliest.map { $0 != 9999 } == true ? nil : "type d has a last year as date 2"
        case UInt8(ascii: "u"): return second == .unknown ? nil : "type u has uuuu as date 2"
        case UInt8(ascii: "n"):
            return first == .unknown && second == .unknown ? nil : "type n has uuuu as both dates"
        case UInt8(ascii: "q"), UInt8(ascii: "m"), UInt8(ascii: "i"), UInt8(ascii: "k"):
            return isOrdered(first, second) ? nil : "its type has a first and a last year"
        case UInt8(ascii: "p"), UInt8(ascii: "r"):
            return isOrdered(second, first) ? nil : "its type has a later year and, as date 2, the original one"
        case UInt8(ascii: "t"): return first != .blank && second != .blank ? nil : "type t has two dates"
        default: return nil
        }
    }

    /// Whether both are years, and the one may be as early as the other.
    private static func isOrdered(_ early: FixedDate, _ late: FixedDate) -> Bool {
        guard let start = early.earliest, let end = late.latest else { return false }
        return start <= end
    }

    /// Date 2 as a month and a day, with blanks, `u` or fill characters for a day that is not known.
    private static func isMonthAndDay(_ dates: FixedDates) -> Bool {
        let value = dates.field.value.slice(11, 4)
        func pair(_ index: Int) -> Int? {
            let (tens, ones) = (value[index] &- 0x30, value[index + 1] &- 0x30)
            return tens < 10 && ones < 10 ? Int(tens * 10 + ones) : nil
        }
        if dates.second == .fill { return true }
        guard let month = pair(0), (1...12).contains(month) else { return false }
        if let day = pair(2) { return (1...31).contains(day) }
        return value[2] == value[3] && (value[2] == 0x20 || value[2] == UInt8(ascii: "u"))
    }
}
