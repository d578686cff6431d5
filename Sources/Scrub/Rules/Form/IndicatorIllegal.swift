internal import MARC
internal import Update

/// Indicators that are none of 0–9, a–z and the blank, or that are not there.
enum IndicatorIllegal: ScrubRule {
    static let codes = [illegal, missing]
    static let signs: Signs = .indicator
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        var found: [(field: Int, place: FieldPlace, values: (UInt8, UInt8))] = []
        work.record.withView { view in
            for field in view.fields where !field.tag.isControl {
                let values = (field.indicator1, field.indicator2)
                if !Legal.indicator(values.0) || !Legal.indicator(values.1) {
                    found.append((field.index, field.place(), values))
                }
            }
        }
        for (field, place, values) in found {
            if !Legal.indicator(values.0) { work.record.setIndicator1(of: field, to: 0x20) }
            if !Legal.indicator(values.1) { work.record.setIndicator2(of: field, to: 0x20) }
            report(place, values, &work)
        }
    }

    private static func report(_ place: FieldPlace, _ values: (UInt8, UInt8), _ work: inout ScrubWork) {
        for (number, value) in [(1, values.0), (2, values.1)] where !Legal.indicator(value) && value != 0 {
            var place = place
            place.indicator = number
            work.report(
                illegal, at: place, before: [value], after: [0x20],
                "\(PlaceName.of(place)) indicator \(number) is \(Bytes.display([value])), neither a digit nor a small letter "
                    + "nor blank; made a blank")
        }
        // Ingest has reported it where it looked for them.
        let isReported = work.faults.contains {
            $0.kind == .indicatorCountWrong && ($0.tag == nil || $0.tag == place.tag)
        }
        guard values.0 == 0 || values.1 == 0, !isReported else { return }
        let number = values.0 != 0 ? 2 : values.1 != 0 ? 1 : nil
        var place = place
        place.indicator = number
        let which = number.map { "indicator \($0) is" } ?? "the indicators are"
        work.report(
            missing, at: place, after: [0x20], "\(PlaceName.of(place)): \(which) missing; blanks were put there")
    }

    static let illegal = DefectCode(
        "scrub.indicator-illegal", .minor, .repaired,
        what: "An indicator is neither a digit nor a small letter nor blank.",
        why: "It means nothing, and some programs refuse the record.",
        done: "The indicator was made a blank.",
        repair: "Correct the indicator in the library's system; # and \\ only stand for a blank on paper.",
        example: "=245  #0$aTitle /$cA. Author.")

    static let missing = DefectCode(
        "scrub.indicator-missing", .minor, .repaired,
        what: "A field has not the two indicators that every field from 010 on has.",
        why: "Programs that count characters take the first letters of the text for indicators.",
        done: "Blanks were put where indicators were missing.",
        repair: "Correct the field in the library's system, or the export that leaves the indicators out.",
        example: "A field 245 that begins with the delimiter of $a, with no indicators before it.")
}
