internal import MARC
public import Update

/// A control field with a letter beyond ASCII.
public struct ControlFieldNotASCII: FieldRule {
    public static let code = DefectCode(
        "validate.control-field-not-ascii", .minor, .noted,
        what: "A field from 001 to 009 has a character that is not ASCII.",
        why:
            "Numbers, dates and codes are ASCII. Where letters with accents stand among them, text got into the wrong field.",
        done: "The field is kept as it is.",
        repair: "Look at the field in your system, and at the export that fills it.",
        example: "=003  D{xC3}{x9C}S")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["00X"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let value = field.field.value
        guard !UTF8Check.isASCII(value), let position = value.firstIndex(where: { $0 >= 0x80 }) else { return }
        log.report(
            Self.code, at: field.place(position: position), before: value,
            "field \(field.tag) is '\(Bytes.display(value))', which is not all ASCII")
    }
}
