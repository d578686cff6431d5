internal import Catalog
internal import Update

/// A sample of the records that were installed is found by the words of its title, author and subject and by its
/// identifiers, through the same indexes that patrons use.
struct KnownItemsAreFound: InspectCheck {
    static let codes = [textNotFound, identifierNotFound]
    static let name = "known-items-are-found"
    private(set) var checked = 0

    /// Records in the sample at most.
    static let sampleSize = 200
    private let step: Int
    private let reading: any CatalogReading
    private var kept = 0
    private var failure: (any Error)?

    static let textNotFound = DefectCode(
        "inspect.text-not-found", .critical, .rolledBack,
        what: "A search for the words of a record's title, author or subject does not find the record.",
        why: "Patrons would not find the title.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program or the device. Run the submission again.",
        example:
            "The record's title is The sea around us; a search for sea and around does not bring it.")

    static let identifierNotFound = DefectCode(
        "inspect.identifier-not-found", .critical, .rolledBack,
        what: "A search for a record's ISBN, ISSN, LCCN or OCLC number does not find the record.",
        why: "Patrons and the matching of records would not find the title.",
        done: "The install was rolled back; the database is as it was.",
        repair: "Nothing at the library's end: this is a fault of the program or the device. Run the submission again.",
        example:
            "The record has ISBN 9780195069976; a search for that number does not bring it.")

    /// - Parameter records: how many records will be shown.
    init(_ inspection: Inspection, records: Int) {
        reading = inspection.reading
        step = max(1, records / Self.sampleSize)
    }

    mutating func see(_ pair: RowPair, _ log: inout DefectLog) {
        guard pair.isKept, pair.isWritten, let id = pair.storedID else { return }
        kept += 1
        guard kept % step == 1 || step == 1, failure == nil else { return }
        checked += 1
        do { try search(pair, id, &log) } catch { failure = error }
    }

    func finish(_ inspection: Inspection, _ log: inout DefectLog) throws { if let failure { throw failure } }

    private func search(_ pair: RowPair, _ id: Int, _ log: inout DefectLog) throws {
        for field in SearchField.allCases {
            let words = Self.firstWords(of: pair.expected.text(pair.index, in: field))
            guard !words.isEmpty, try !reading.finds(words, in: field, record: id) else { continue }
            log.report(
                Self.textNotFound,
                "a search for \"\(words)\" in \(field.rawValue) does not find the record \(pair.controlNumber)")
        }
        for (type, value) in pair.expected.identifiers(pair.index) where try !reading.finds(type, value, record: id) {
            log.report(
                Self.identifierNotFound,
                "a search for the \(type.name) number \(value) does not find the record \(pair.controlNumber)")
        }
    }

    /// The first eight words, or nothing where there is no letter and no digit to search for.
    static func firstWords(of text: String) -> String {
        let words = text.split(separator: " ").prefix(8).joined(separator: " ")
        return words.contains(where: { $0.isLetter || $0.isNumber }) ? words : ""
    }
}
