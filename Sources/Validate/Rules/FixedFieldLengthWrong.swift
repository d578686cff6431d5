internal import MARC
internal import MARC21
public import Update

/// An 008 of the wrong length whose elements nevertheless stand in their places: something is missing or too much at its end.
public struct FixedFieldLengthWrong: RecordRule {
    public static let code = DefectCode(
        "validate.fixed-field-length-wrong", .minor, .noted,
        what: """
            Field 008 has not the length that its format asks for (40 characters; 32 in holdings), but what it says up to \
            there stands in its places.
            """,
        why: "The positions at the end are missing or mean nothing; the others can be read.",
        done: "The record is installed as it is.",
        repair: "Look whether the export cuts blanks at the end of the field, or adds some.",
        example: "=008  930517s1993\\\\\\\\nyua\\\\\\\\\\\\\\\\\\\\001\\0\\eng")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let fault = FixedFieldLength(record), !fault.isShifted else { return }
        log.report(
            Self.code, at: fault.field.place(), before: fault.field.value, "\(fault.sentence); pad or cut it at its end"
        )
    }
}
