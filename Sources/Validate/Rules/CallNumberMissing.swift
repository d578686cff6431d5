internal import MARC
public import Update

/// A bibliographic record without a call number in any of the fields that the profile names.
public struct CallNumberMissing: RecordRule {
    public static let code = DefectCode(
        "validate.call-number-missing", .minor, .noted,
        what: "The record has none of the fields in which the contributor's profile expects a call number.",
        why: "The library's own staff cannot fetch the item from the shelf when somebody asks for it on loan.",
        done: "The record is installed as it is.",
        repair: "Enter the call number, or tell us in which further fields the library has it.",
        example: "=050")
    public static let codes = [code]

    /// In order of preference; empty where the profile names none.
    let parts: [FieldPart]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard !parts.isEmpty, !parts.contains(where: { $0.isFilled(in: record.view) }) else { return }
        let names = parts.map(\.description).joined(separator: ", ")
        log.report(
            Self.code, at: .record,
            "the record has no call number (looked for in \(names)); enter it, or name the field in the profile")
    }
}
