internal import MARC
public import Update

/// A record without 008.
public struct FixedFieldMissing: RecordRule {
    public static let code = DefectCode(
        "validate.fixed-field-missing", .major, .noted,
        what: "The record has no field 008.",
        why: "Language, date and country stand there: patrons who limit a search by them do not find the title.",
        done: "The record is installed as it is.",
        repair: "Add field 008 in the cataloguing module, or switch its export on.",
        example: "=008")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.count("008") == 0 else { return }
        log.report(
            Self.code, at: FieldPlace(tag: "008"),
            "the record has no field 008, which every \(record.kind.name) record must have; switch its export on")
    }
}
