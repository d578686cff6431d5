public import Update

/// The pages of all defect codes, by name.
public struct CodeBook: Sendable {
    private let byName: [String: DefectCode]

    public init(_ codes: [DefectCode]) {
        byName = Dictionary(codes.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(name: String) -> DefectCode? { byName[name] }
}

/// A code's page as `holdfast explain` prints it.
public enum CodePage {
    /// Name, severity and action on one line, then what it is, why it matters, what was done and how it is repaired.
    public static func text(_ code: DefectCode, width: Int = 80) -> String {
        var lines = ["\(code.name)  (\(code.severity.name), \(code.action.name))"]
        for (heading, body) in [
            ("What it is", code.what), ("Why it matters", code.why), ("What Holdfast does", code.done),
            ("How to repair it", code.repair),
        ] {
            lines += ["", heading] + Paragraph.lines(body, width: width, indent: "  ")
        }
        return lines.joined(separator: "\n")
    }
}
