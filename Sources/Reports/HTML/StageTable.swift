internal import Update

/// The books stage by stage: a row a stage, a column a disposition that occurs.
struct StageTable {
    struct Row {
        let stage: String
        let recordsIn: String
        let cells: [String]
        let repaired: String
        let unreadable: String
        let defects: String
        let counts: String
    }

    let columns: [String]
    let rows: [Row]
    let hasUnreadable: Bool

    init(_ books: Books) {
        let names = Disposition.allCases.map(\.name).filter { name in
            books.stages.contains { ($0.dispositions[name] ?? 0) > 0 }
        }
        columns = names
        hasUnreadable = books.stages.contains { $0.unreadable > 0 }
        rows = books.stages.map { summary in
            Row(
                stage: summary.stage.rawValue, recordsIn: Numbers.text(summary.recordsIn),
                cells: names.map { name in Self.cell(summary.dispositions[name]) },
                repaired: Self.cell(summary.repaired), unreadable: Self.cell(summary.unreadable),
                defects: Self.cell(summary.defects.total),
                counts: summary.counts.filter { $0.value > 0 }.sorted { $0.key < $1.key }
                    .map { "\($0.key) \(Numbers.text($0.value))" }.joined(separator: ", "))
        }
    }

    private static func cell(_ count: Int?) -> String { count.flatMap { $0 > 0 ? Numbers.text($0) : nil } ?? "–" }
}
