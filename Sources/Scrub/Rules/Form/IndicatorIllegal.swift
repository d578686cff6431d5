internal import MARC
internal import Update

/// Indicators that are none of 0–9, a–z and the blank, or that are not there.
enum IndicatorIllegal: ScrubRule {
    static let codes = [illegal, missing]
    static let signs: Signs = .indicator
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        var found: [(field: Int, place: FieldPlace, number: Int, value: UInt8)] = []
        work.record.withView { view in
            for field in view.fields where !field.tag.isControl {
                for (number, value) in [(1, field.indicator1), (2, field.indicator2)] where !Legal.indicator(value) {
                    found.append((field.index, field.place(indicator: number), number, value))
                }
            }
        }
        for (field, place, number, value) in found {
            if number == 1 { work.record.setIndicator1(of: field, to: 0x20) } else { work.record.setIndicator2(of: field, to: 0x20) }
            report(place, number, value, &work)
        }
    }

    private static func report(_ place: FieldPlace, _ number: Int, _ value: UInt8, _ work: inout ScrubWork) {
        let name = "\(PlaceName.of(place)) indicator \(number)"
        if value == 0 {
            work.report(missing, at: place, after: [0x20], "\(name) is missing; a blank was put there")
        } else {
            work.report(
                illegal, at: place, before: [value], after: [0x20],
                "\(name) is \(Bytes.display([value])), neither a digit nor a small letter nor blank; made a blank")
        }
    }

    static let illegal = DefectCode(
        "scrub.indicator-illegal", .minor, .repaired,
        what: "An indicator is neither a digit nor a small letter nor blank.",
        why: "It means nothing, and some programs refuse the record.",
        done: "The indicator was made a blank.",
        repair: "Correct the indicator in the library's system; # and \\ only stand for a blank on paper.")

    static let missing = DefectCode(
        "scrub.indicator-missing", .minor, .repaired,
        what: "A field has not the two indicators that every field from 010 on has.",
        why: "Programs that count characters take the first letters of the text for indicators.",
        done: "Blanks were put where indicators were missing.",
        repair: "Correct the field in the library's system, or the export that leaves the indicators out.")
}
