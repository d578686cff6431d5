internal import MARC
public import Update

/// A field that the profile asks for and the record lacks: said once for each.
public struct RequiredFieldMissing: RecordRule {
    public static let code = DefectCode(
        "validate.required-field-missing", .minor, .noted,
        what: "The record has none of the fields that the contributor's profile asks of every bibliographic record.",
        why:
            "The client's catalogue relies on the field, for display, for search or for telling where records come from.",
        done: "The record is installed as it is, unless the profile says otherwise.",
        repair: "Add the field to the record, or to the export that leaves it out.",
        example: "=300")
    public static let codes = [code]

    /// Empty where the profile asks for none.
    let tags: [TagPattern]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        for pattern in tags where !record.view.fields.contains(where: { pattern.matches($0.tag) }) {
            log.report(
                Self.code, at: .record,
                "the record has no field \(pattern), which the profile asks of every record; add it")
        }
    }
}
