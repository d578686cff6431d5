internal import MARC
internal import Update

/// A data field has not two indicators.
enum IndicatorCountWrong: FaultRule {
    static let code = DefectCode(
        "ingest.indicator-count-wrong", .minor, .repaired,
        what: "A data field has fewer or more than two one-byte indicators before its first subfield.",
        why: "Indicators steer sorting and display, as the number of characters that a title skips in sorting.",
        done: "What could be read as indicators was kept, blanks stand for the rest.",
        repair: "Give the field exactly two indicators, each a digit, a letter or a blank.",
        example:
            "In field 245 the bytes 31 1F 61 follow the field's start: one indicator where two belong, then $a.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "field\(fault.ofTag) has \(fault.quoted) instead of \(fault.expected.isEmpty ? "two indicators" : fault.expected); give it two "
            + "indicators of one digit, letter or blank each"
    }
}
