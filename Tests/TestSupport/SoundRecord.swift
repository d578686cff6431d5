/// Records without defects, as text for ``Records``, and how tests depart from them.
public enum SoundRecord {
    public static let bibliographic = """
        =LDR  00000cam a2200000 a 4500
        =001  ocm01234567
        =008  930517s1993\\\\\\\\nyua\\\\\\\\\\\\\\\\\\\\001\\0\\eng\\d
        =245  10$aTitle /$cA. Author.
        =300  \\\\$a200 p. ;$c24 cm.
        """

    public static let holdings = """
        =LDR  00000nx  a2200000zn 4500
        =001  h1234567
        =004  ocm01234567
        =008  9305170u\\\\\\\\8\\\\\\0001uueng0930517
        =852  0\\$aDLC$bmain$hQA76$i.A1
        """

    public static let authority = """
        =LDR  00000nz  a2200000n  4500
        =001  n79021164
        =008  790305n|\\acannaabn\\\\\\\\\\\\\\\\\\\\|a\\aaa\\\\\\\\\\\\
        =100  1\\$aAuthor, A.,$d1920-1999
        """

    /// `record`, in which each of `lines` stands for those with its tag; `=245` alone removes them.
    public static func with(_ lines: [String], in record: String) -> String {
        let original = record.split(separator: "\n").map(String.init)
        let given = lines.filter { $0.count > 4 }
        func tag(_ line: String) -> Substring { line.prefix(4) }
        let kept = original.flatMap { line in
            lines.contains { tag($0) == tag(line) } ? given.filter { tag($0) == tag(line) } : [line]
        }
        return (kept + given.filter { line in !original.contains { tag($0) == tag(line) } }).joined(separator: "\n")
    }

    /// The record that a defect code's example describes: its lines in the sound record of the kind that its leader
    /// names, bibliographic where it has none.
    public static func example(_ text: String) -> String {
        let lines = text.split(separator: "\n").map(String.init)
        let type = lines.first { $0.hasPrefix("=LDR") }.flatMap { $0.dropFirst(12).first } ?? "a"
        let base =
            switch type {
            case "u", "v", "x", "y": holdings
            case "z": authority
            default: bibliographic
            }
        return with(lines, in: base)
    }
}
