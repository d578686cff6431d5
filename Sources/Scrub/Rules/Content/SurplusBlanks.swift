internal import MARC
internal import Update

/// Blanks at the ends of a subfield, and more than one between words.
enum SurplusBlanks: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always

    static func apply(to work: inout ScrubWork) {
        guard work.signs.contains(.blanks) || work.isRepaired else { return }
        work.rewrite(code, where: .blanks) { value, text in
            guard hasSurplus(value.bytes), !Blanks.areData(in: value) else { return nil }
            Blanks.appendTrimmed(value.bytes, to: &text)
            let count = value.bytes.count - text.count
            return count == 0 ? nil : "\(value.name) has \(Count.of(count, "surplus blank")), left out"
        }
    }

    private static func hasSurplus(_ value: ByteView) -> Bool {
        guard let first = value.first, let last = value.last else { return false }
        if first == 0x20 || last == 0x20 { return true }
        return value.indices.dropLast().contains { value[$0] == 0x20 && value[$0 + 1] == 0x20 }
    }

    static let code = DefectCode(
        "scrub.surplus-blanks", .info, .repaired,
        what: "A subfield starts or ends with blanks, or has more than one between words.",
        why: "Headings that differ in nothing but blanks are listed and matched as different ones.",
        done: """
            The blanks were left out, except where they are data or may be: 00X, 010, 016, 035, 852 $h and a few more, \
            and local fields.
            """,
        repair: "Nothing has to be done; where all records have it, look at the export.",
        example: "=245  10$aTitle  of it /$cA. Author.")
}
