public import Update

/// A code's page as `holdfast explain` prints it.
public enum CodePage {
    /// Name, severity and action on one line, then what it is, why it matters, what was done, how it is repaired, and an
    /// example.
    public static func text(_ code: DefectCode, width: Int = 80) -> String {
        var lines = ["\(code.name)  (\(code.severity.name), \(code.action.name))"]
        for (heading, body) in [
            ("What it is", code.what), ("Why it matters", code.why), ("What Holdfast does", code.done),
            ("How to repair it", code.repair),
        ] {
            lines += ["", heading] + Paragraph.lines(body, width: width, indent: "  ")
        }
        if !code.example.isEmpty { lines += ["", "Example"] + example(code, width: width) }
        return lines.joined(separator: "\n")
    }

    /// The lines of a record as they are, sentences broken to the width.
    private static func example(_ code: DefectCode, width: Int) -> [String] {
        guard code.hasRecordExample else { return Paragraph.lines(code.example, width: width, indent: "  ") }
        return code.example.split(separator: "\n").map { line in
            line.count > 4 ? "  \(line)" : "  (no field \(line.dropFirst()))"
        }
    }

    /// All codes, a line each: name, severity, action, stage.
    public static func list(_ codes: [DefectCode]) -> String {
        let rows = codes.map { [$0.name, $0.severity.name, $0.action.name, $0.stage.rawValue] }
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            return (padded + [row[3]]).joined(separator: "  ") + "\n"
        }.joined()
    }
}
