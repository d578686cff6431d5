internal import Update

/// The defects of one stage on a page.
struct StageSection {
    let stage: String
    let total: String
    let codes: [CodeSection]

    /// nil where the stage has none.
    ///
    /// - Parameter all: where all defects of a code are, `defects.csv has all`.
    init?(
        _ stage: StageName, _ statistics: DefectStatistics, _ book: CodeBook, all: String = CodeSection.table
    ) {
        let found = statistics.codes(of: stage)
        guard !found.isEmpty else { return nil }
        self.stage = stage.rawValue
        total = Numbers.text(found.reduce(0) { $0 + $1.defects }, "defect")
        let most = found.map(\.defects).max() ?? 1
        codes = found.map { CodeSection($0, book, most: most, all: all) }
    }
}

/// One defect code on a page: what it means, how often it occurs, some examples.
struct CodeSection {
    let code: String
    let severity: String
    let action: String
    /// `12 defects in 10 records`.
    let extent: String
    let defects: String
    let records: String
    /// The share of the stage's most frequent code, in percent.
    let share: Int
    let what: String?
    let why: String?
    let done: String?
    let repair: String?
    let examples: [Example]
    /// `The first 5 of 120.`; nil where all are shown.
    let cap: String?

    static let table = "defects.csv has all"

    init(_ statistics: CodeStatistics, _ book: CodeBook, most: Int = 1, all: String = Self.table) {
        let page = book[statistics.code]
        code = statistics.code
        severity = statistics.severity.name
        action = statistics.actions.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key).joined(
            separator: ", ")
        defects = Numbers.text(statistics.defects)
        records = statistics.records > 0 ? Numbers.text(statistics.records) : "–"
        extent =
            Numbers.text(statistics.defects, "defect")
            + (statistics.records > 0 ? " in \(Numbers.text(statistics.records, "record"))" : "")
        share = max(2, statistics.defects * 100 / max(1, most))
        (what, why, done, repair) = (page?.what, page?.why, page?.done, page?.repair)
        examples = statistics.examples.map(Example.init)
        cap =
            statistics.defects > examples.count
            ? "Shown are the first \(examples.count) of \(Numbers.text(statistics.defects)); \(all)." : nil
    }
}

/// One defect on a page.
struct Example {
    /// `bva-full.mrc · record 3 (001 ocm01234567, byte 4112) · 245 $a`.
    let place: String
    let message: String
    let before: Evidence.Value?
    let after: Evidence.Value?
    let hasEvidence: Bool

    init(_ row: DefectRow) {
        let parts = [row.file.map(Visible.text), PlaceText.record(row), PlaceText.field(row)].compactMap { $0 }
        place = parts.isEmpty ? "the submission" : parts.joined(separator: " · ")
        message = Visible.text(row.message)
        let evidence = Evidence(before: row.before, after: row.after)
        (before, after) = (evidence.before, evidence.after)
        hasEvidence = before != nil || after != nil
    }
}
