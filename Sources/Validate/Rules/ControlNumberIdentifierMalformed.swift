internal import MARC
public import Update

/// A 003 that is no code of an organization.
public struct ControlNumberIdentifierMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.control-number-identifier-malformed", .info, .noted,
        what:
            "Field 003 is not the code of an organization: letters and digits, with hyphens and strokes between them.",
        why: "It says whose number stands in 001. Without it numbers of different systems are taken for one another.",
        done: "The field is kept as it is.",
        repair: "Export the organization's MARC code, as DLC or OCoLC, or its ISIL, as DE-101.",
        example: "=003  Our library!")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["003"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let value = field.field.value
        let isCode = !value.isEmpty && value.count <= 20 && value.allSatisfy(Self.isOfCode)
        guard !isCode else { return }
        log.report(
            Self.code, at: field.place(), before: value,
            "field 003 is '\(Bytes.display(value))', which is no organization's code as DLC or DE-101")
    }

    /// Source: ISO 15511, "Structure of the ISIL": letters, digits, `:`, `/` and `-`.
    private static func isOfCode(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
            || byte == UInt8(ascii: ":")
    }
}
