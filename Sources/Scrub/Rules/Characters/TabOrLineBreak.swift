internal import MARC
internal import Update

/// Tabs and line ends in data, which fields do not have.
enum TabOrLineBreak: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .lineBreak
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            if value.code == nil { return rewriteControlField(value, &text) }
            let count = Blanks.appendReplacing(value, to: &text, where: isBreak)
            return count == 0 ? nil : message(value, count)
        }
    }

    /// Positions count in a control field: a blank each, and none at the end.
    private static func rewriteControlField(_ value: RecordValue, _ text: inout [UInt8]) -> String? {
        let count = value.bytes.count { isBreak(UInt32($0)) }
        guard count > 0 else { return nil }
        let trailing = value.bytes.reversed().prefix { isBreak(UInt32($0)) }.count
        text.append(contentsOf: value.bytes.dropLast(trailing).map { isBreak(UInt32($0)) ? 0x20 : $0 })
        return message(value, count)
    }

    private static func message(_ value: RecordValue, _ count: Int) -> String {
        "\(value.name) holds \(Count.of(count, "tab or line end")), made one blank"
    }

    private static func isBreak(_ scalar: UInt32) -> Bool { scalar == 0x09 || scalar == 0x0A || scalar == 0x0D }

    static let code = DefectCode(
        "scrub.tab-or-line-break", .minor, .repaired,
        what: "A field holds tabs or line ends.",
        why: "They break line-based formats and displays, and phrases across them are not found.",
        done: "Each, with the blanks around it, was made one blank; at the end of a field it was left out.",
        repair: "Correct the text in the library's system; they often come with text that was copied from elsewhere.",
        example: "=520  \\\\$aFirst line.{x0A}Second line.")
}
