internal import MARC
public import Update

/// A bibliographic record without the holdings that the profile requires, and without a URL where one is as good.
public struct HoldingsMissing: RecordRule {
    public static let code = DefectCode(
        "validate.holdings-missing", .major, .recordRejected,
        what:
            """
            The record has none of the fields in which the profile expects holdings, by default 852, and no holdings record of \
            the submission belongs to it. Nor has it a URL in 856 $u, unless the profile says that one is not enough.
            """,
        why: "The catalogue could not say who has the title: patrons would ask for what nobody can lend.",
        done: """
            The record is rejected; a version installed earlier stays. Where the profile says so, the record is installed and \
            reported.
            """,
        repair: "Export the records with their holdings, or delete titles that the library no longer has.",
        example: "=852")
    public static let codes = [code]

    /// Empty where the profile does not require holdings.
    let tags: [TagPattern]
    /// Whether a URL is as good as a holding.
    var acceptsURL = true
    /// The records that holdings records of the submission belong to.
    var links = HoldingsLinks()
    var controlNumber = ControlNumberPlace()

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard !tags.isEmpty, !record.view.fields.contains(where: { field in tags.contains { $0.matches(field.tag) } }),
            !hasHoldingsRecord(record.view), !(acceptsURL && Self.hasURL(record.view))
        else { return }
        let names = tags.map(\.description).joined(separator: " or ")
        log.report(
            Self.code, at: .record,
            "the record has no holdings in \(names)\(acceptsURL ? " and no URL in 856" : ""); export the records with "
                + "their holdings")
    }

    /// Whether the record names an address at which the title itself can be had.
    private static func hasURL(_ view: RecordView) -> Bool {
        view.fields.contains { field in
            field.tag == "856" && field.indicator2 != UInt8(ascii: "2") && field.subfield("u")?.isEmpty == false
        }
    }

    private func hasHoldingsRecord(_ view: RecordView) -> Bool {
        guard !links.isEmpty, let number = controlNumber.number(in: view) else { return false }
        return links.contains(number)
    }
}
