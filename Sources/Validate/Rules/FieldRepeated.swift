internal import MARC
internal import MARC21
public import Update

/// A field that may stand once and stands several times: said once a tag and record, at its second occurrence. 245 has a
/// rule of its own, and so has 001 with two different numbers.
public struct FieldRepeated: DefinitionRule {
    public static let code = DefectCode(
        "validate.field-repeated", .minor, .noted,
        what: "A field that MARC 21 allows once in a record stands there several times.",
        why: "Many displays show only the first, so that part of the record stays unseen.",
        done: "All of them are kept.",
        repair: "Keep one of the fields, or move the others to a field that may be repeated.",
        example: "=254  \\\\$aScore.\n=254  \\\\$aParts.")
    public static let codes = [code]

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.record.norms.field(field.number).pointee.isSingle, field.occurrence == 2, field.tag != "245",
            field.tag != "001" || hasOneNumber(field.record)
        else { return }
        let definition = field.record.format.field(field.tag.rawValue)
        log.report(
            Self.code, at: field.place(),
            "field \(field.tag) (\(definition?.label ?? "")) stands \(Words.times(field.record.count(field.tag))); "
                + "MARC 21 allows it once")
    }

    /// Whether every 001 of the record says the same.
    private func hasOneNumber(_ record: RecordCase) -> Bool {
        guard let first = record.first("001")?.value else { return true }
        return record.view.fields("001").allSatisfy { $0.value.equals(first) }
    }
}
