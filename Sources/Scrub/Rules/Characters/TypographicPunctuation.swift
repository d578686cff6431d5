internal import MARC
internal import Update

/// Dashes and quotation marks of typography made those of ASCII, where a client's policy wants them so.
enum TypographicPunctuation: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .beyondLatin
    static let repair: OptionalRepair? = "plain-punctuation"

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            guard value.code != nil else { return nil }
            var (index, count) = (0, 0)
            while index < value.bytes.count {
                let (scalar, length) = CharacterClass.scalar(at: index, in: value.bytes)
                if let plain = plain(scalar) {
                    text.append(contentsOf: plain.utf8)
                    count += 1
                } else {
                    text.append(contentsOf: value.bytes.slice(index, length))
                }
                index += length
            }
            return count == 0 ? nil : "\(value.name) holds \(Count.of(count, "typographic sign")), made plain"
        }
    }

    private static func plain(_ scalar: UInt32) -> String? {
        switch scalar {
        case 0x2010...0x2013, 0x2212: "-"
        case 0x2014, 0x2015: "--"
        case 0x2018, 0x2019, 0x201A, 0x201B: "'"
        case 0x201C...0x201F: "\""
        default: nil
        }
    }

    static let code = DefectCode(
        "scrub.typographic-punctuation", .info, .repaired,
        what: "Text holds typographic dashes or quotation marks.",
        why: "The same title with plain and with typographic signs may not match.",
        done: "They were made - -- ' and \", as the contributor's profile asks (repairs: [plain-punctuation]).",
        repair: "Nothing has to be done; it is a matter of the client's policy.",
        example: "=245  10$aLife – a title /$cA. Author.")
}
