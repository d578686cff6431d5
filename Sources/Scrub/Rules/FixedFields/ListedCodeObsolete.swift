internal import MARC
internal import MARC21
internal import Update

/// Codes of languages, countries and areas that were withdrawn and have exactly one successor: `scr` for Croatian.
enum ListedCodeObsolete: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "obsolete-codes"

    static func apply(to work: inout ScrubWork) {
        work.rewriteListedCodes(
            code,
            { value, list in
                value.withUnsafeBufferPointer { bytes in
                    list.isObsolete(bytes) ? list.successor(of: bytes).map { padded($0, like: value, list) } : nil
                }
            }, { "\($0) is the withdrawn code \($1), today \($2)" })
    }

    /// Codes of areas are filled up by hyphens wherever they stand.
    private static func padded(_ code: String, like value: [UInt8], _ list: CodeList) -> [UInt8] {
        guard list.padding == UInt8(ascii: "-"), let width = list.width else { return Array(code.utf8) }
        return Array(code.utf8) + Array(repeating: UInt8(ascii: "-"), count: max(0, width - code.utf8.count))
    }

    static let code = DefectCode(
        "scrub.listed-code-obsolete", .info, .repaired,
        what: "A code of a language, a country or a geographic area was withdrawn from its MARC code list.",
        why: "Patrons who limit a search to the language or the country do not find the title.",
        done: """
            The code was replaced by its successor, where it has exactly one, as the contributor's profile asks \
            (repairs: [obsolete-codes]).
            """,
        repair: "Replace the code by the present one of the MARC code list.",
        example: "=041  0\\$aeng$ascr")
}
