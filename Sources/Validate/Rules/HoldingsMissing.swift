internal import MARC
public import Update

/// A bibliographic record without the holdings that the profile requires.
public struct HoldingsMissing: RecordRule {
    public static let code = DefectCode(
        "validate.holdings-missing", .major, .recordRejected,
        what:
            "The record has none of the fields in which the profile expects holdings, by default 852, and no holdings record of the submission belongs to it.",
        why: "The catalogue could not say who has the title: patrons would ask for what nobody can lend.",
        done: "The record is rejected; a version installed earlier stays.",
        repair: "Export the records with their holdings, or delete titles that the library no longer has.",
        example: "=852")
    public static let codes = [code]

    /// Empty where the profile does not require holdings.
    let tags: [TagPattern]
    /// The records that holdings records of the submission belong to.
    var links = HoldingsLinks()
    var controlNumber = ControlNumberPlace()

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard !tags.isEmpty, !record.view.fields.contains(where: { field in tags.contains { $0.matches(field.tag) } }),
            !hasHoldingsRecord(record.view)
        else { return }
        let names = tags.map(\.description).joined(separator: " or ")
        log.report(
            Self.code, at: .record, "the record has no holdings in \(names); export the records with their holdings")
    }

    private func hasHoldingsRecord(_ view: RecordView) -> Bool {
        guard !links.isEmpty, let number = controlNumber.number(in: view) else { return false }
        return links.contains(number)
    }
}
