internal import MARC
internal import MARC21
public import Update

/// A year in 008 that the date of publication does not name. Years of which digits are missing, and other
/// calendars, are let be.
///
/// Source: MARC 21 Format for Bibliographic Data, 008/06-14, 260 $c, 264 $c.
public struct PublicationDateDisagrees: RecordRule {
    public static let code = DefectCode(
        "validate.publication-date-disagrees", .minor, .noted,
        what: "The year in 008/07-10 is not among the years of publication in 260 or 264.",
        why: """
            The title is missing where patrons limit their search to its year, and stands wrong where results are \
            sorted by date.
            """,
        done: "The record is installed as it is.",
        repair: "Compare both with the item and correct the wrong one.",
        example: "=260  \\\\$aNew York :$bPublisher,$c1995.")
    public static let codes = [code]

    private static let types: ASCIISet = "setrpqm"

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let fixed = record.fixedField, fixed.value.count >= 15, Self.types.contains(fixed.value[6]),
            let first = Years.year(fixed.value.slice(7, 4)), let stated = Years(publicationOf: record)
        else { return }
        let second = fixed.value[6] == UInt8(ascii: "s") ? nil : Years.year(fixed.value.slice(11, 4))
        if stated.contains(first) || second.map({ stated.contains($0) }) ?? false { return }
        // Between two years, or from one to the other.
        if stated.earliest < first, first < stated.latest { return }
        // A range that is meant, as in a questionable date, holds the year without naming it.
        if let second, first <= stated.latest && stated.earliest <= second { return }
        log.report(
            Self.code, at: fixed.place(position: 7), before: fixed.value.slice(7, 4),
            "008/07-10 is \(first), and the date of publication is \(stated.words); correct the wrong one")
    }
}
