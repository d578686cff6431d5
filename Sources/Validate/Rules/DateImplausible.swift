internal import MARC
internal import MARC21
public import Update

/// Date 1 in 008 that lies in the future, or before there were printed books.
public struct DateImplausible: RecordRule {
    public static let code = DefectCode(
        "validate.date-implausible", .minor, .noted,
        what: "Date 1 in 008 lies more than a year ahead, or before 1400 for something printed and published.",
        why: "Lists sorted by date show the title first or last, and searches by date leave it out.",
        done: "The record is installed as it is.",
        repair: "Compare the year with the item; often two digits have changed places.",
        example: #"=008  930517s0993\\\\nyua\\\\\\\\\\001\0\eng\d"#)
    public static let codes = [code]

    let today: ValidateSettings.Day?

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let dates = FixedDates(record), let earliest = dates.first.earliest, let latest = dates.first.latest
        else {
            return
        }
        if let today, earliest > today.year + 1 {
            report(dates, "lies ahead of \(today.year)", &log)
        } else if latest < 1400, Self.isPrinted(record.view.leader), !Self.isOfCollection(dates.type) {
            report(dates, "is before there were printed books", &log)
        }
    }

    private func report(_ dates: FixedDates, _ complaint: String, _ log: inout DefectLog) {
        log.report(
            Self.code, at: dates.field.place(position: 7), before: dates.field.value.slice(7, 4),
            "008/07-10 (Date 1) is '\(Bytes.display(dates.field.value.slice(7, 4)))', which \(complaint); "
                + "compare it with the item")
    }

    /// Text, printed music or a printed map that is no collection.
    private static func isPrinted(_ leader: Leader) -> Bool {
        switch leader.type {
        case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "e"): leader.level != UInt8(ascii: "c")
        default: false
        }
    }

    private static func isOfCollection(_ type: UInt8) -> Bool {
        type == UInt8(ascii: "i") || type == UInt8(ascii: "k") || type == UInt8(ascii: "b")
    }
}
