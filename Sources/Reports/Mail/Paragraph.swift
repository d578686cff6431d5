/// Text broken into lines of a width, for mail and terminals.
enum Paragraph {
    /// - Parameters:
    ///   - width: characters a line at most, the indent included; a longer word has a line of its own.
    ///   - first: stands before the first line instead of `indent`.
    static func lines(_ text: String, width: Int = 76, indent: String = "", first: String? = nil) -> [String] {
        var lines: [String] = []
        var line = first ?? indent
        var isEmpty = true
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = indent
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return isEmpty && lines.isEmpty ? [] : lines + [line]
    }
}
