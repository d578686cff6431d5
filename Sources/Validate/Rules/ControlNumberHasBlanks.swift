internal import MARC
public import Update

/// A 001 with blanks in its middle. Blanks before and behind the number belong to the forms of LCCN and OCLC number.
public struct ControlNumberHasBlanks: FieldRule {
    public static let code = DefectCode(
        "validate.control-number-has-blanks", .info, .noted,
        what: "The control number in 001 has blanks between its characters.",
        why:
            "People and programs that copy it leave blanks out, so that corrections and requests do not find the record.",
        done: "The number is taken as it stands, blanks included.",
        repair: "Look whether the export puts several numbers, or words, into field 001.",
        example: "=001  ocm01234567\\v.2")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["001"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let value = field.field.value
        guard value.contains(0x20), let first = value.firstIndex(where: { $0 != 0x20 }),
            let last = value.lastIndex(where: { $0 != 0x20 }), value[first...last].contains(0x20)
        else { return }
        log.report(
            Self.code, at: field.place(), before: value,
            "the control number '\(Bytes.display(value))' has blanks in its middle; export the number alone")
    }
}
