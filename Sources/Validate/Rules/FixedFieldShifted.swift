internal import MARC
internal import MARC21
public import Update

/// An 008 of the wrong length whose elements have lost their places.
public struct FixedFieldShifted: RecordRule {
    public static let code = DefectCode(
        "validate.fixed-field-shifted", .major, .noted,
        what: """
            Field 008 has not the length that its format asks for, and its positions have shifted: no language code stands \
            where the language should be.
            """,
        why: "Date, country and language are read from the wrong characters, so that patrons get wrong hits or none.",
        done: "The record is installed as it is.",
        repair: "Look at the field in your system: characters were lost or added in its middle, often runs of blanks.",
        example: "=008  930517s1993\\\\\\\\nyua\\\\\\\\\\\\\\\\\\001\\0\\eng\\d")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let fault = FixedFieldLength(record), fault.isShifted else { return }
        log.report(
            Self.code, at: fault.field.place(), before: fault.field.value,
            "\(fault.sentence), and 35-37 is no language code; put the lost characters back in their places")
    }
}
