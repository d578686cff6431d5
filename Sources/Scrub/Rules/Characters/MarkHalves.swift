internal import MARC
internal import Update

/// Marks over two letters written as two halves (U+FE20 and U+FE21, U+FE22 and U+FE23), as an older mapping had them.
enum MarkHalves: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .beyondLatin
    static let repair: OptionalRepair? = "mark-halves"

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            let scalars = Array(value.bytes.text.unicodeScalars)
            var (result, count, index) = ([Unicode.Scalar](), 0, 0)
            while index < scalars.count {
                if let whole = whole(at: index, of: scalars) {
                    result += [whole, scalars[index + 1]]
                    index += 3
                    count += 1
                } else {
                    result.append(scalars[index])
                    index += 1
                }
            }
            guard count > 0 else { return nil }
            text = result.flatMap { Array(String($0).utf8) }
            return "\(value.name) holds \(Count.of(count, "mark")) over two letters in halves, made whole"
        }
    }

    /// The mark whose halves stand at `index` and behind the one letter that follows.
    private static func whole(at index: Int, of scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
        guard index > 0, index + 2 < scalars.count, scalars[index - 1].properties.isAlphabetic,
            scalars[index + 1].properties.isAlphabetic
        else { return nil }
        switch (scalars[index].value, scalars[index + 2].value) {
        case (0xFE20, 0xFE21): return Unicode.Scalar(0x361 as UInt32)
        case (0xFE22, 0xFE23): return Unicode.Scalar(0x360 as UInt32)
        default: return nil
        }
    }

    static let code = DefectCode(
        "scrub.mark-halves", .info, .repaired,
        what: "A ligature or double tilde over two letters is written as two halves (U+FE20-FE23).",
        why: "Few fonts have the halves, and the same name in both spellings does not match.",
        done:
            "Each pair of halves was made the one mark (U+0361, U+0360), as the contributor's profile asks (repairs: [mark-halves]).",
        repair: "Nothing has to be done; newer conversions from MARC-8 write the one mark.",
        example: "=245  10$aI\u{FE20}a\u{FE21}kovlev /$cA. Author.")
}
