internal import MARC
internal import MARC21
public import Update

/// A 006 that has not 18 characters. Its codes are not judged then: they may have lost their places.
public struct AdditionalCharacteristicsLengthWrong: FieldRule {
    public static let code = DefectCode(
        "validate.additional-characteristics-length-wrong", .minor, .noted,
        what: "Field 006 has not 18 characters.",
        why: "What it says of a second form of material is read from the wrong positions, or not at all.",
        done: "The field is kept as it is; its codes are not judged.",
        repair:
            "Look whether the export cuts blanks at the end of the field, or whether characters were lost in its middle.",
        example: #"=006  m\\\\\\\\d"#)
    public static let codes = [code]

    var tags: [TagPattern] { ["006"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let count = field.field.value.count
        guard let length = Self.length, count != length else { return }
        log.report(
            Self.code, at: field.place(), before: field.field.value,
            "field 006 has \(count) characters instead of \(length); put the lost characters back, or pad it at its end"
        )
    }

    private static let length = Format.bibliographic.controlField(Tag("006").rawValue)?.length
}
