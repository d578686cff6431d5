internal import MARC
internal import Update

/// Bytes that stand for nothing in the encoding that the profile declares, or for a mark that no letter follows.
enum CodePageByteUnknown: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        let reading = work.reading
        guard !reading.isByLeader else { return }
        for fault in reading.faults {
            guard let encoding = encoding(fault.kind) else { continue }
            let isVital = work.isVital(fault.place)
            work.report(
                code, at: fault.place, before: fault.before, after: fault.after,
                action: isVital ? .recordRejected : nil,
                "\(fault.bytesShown) in \(PlaceName.of(fault.place)) is no character of \(encoding), which the profile declares, "
                    + "and shows as U+FFFD"
                    + (isVital ? "; a record cannot be installed so" : "")
                    + ": correct the text, or ask the library in which encoding it exports")
        }
    }

    private static func encoding(_ kind: TextFault.Kind) -> String? {
        switch kind {
        case .notInWindows1252: TextEncoding.windows1252.name
        case .notInCodePage(let page): page.name
        default: nil
        }
    }

    static let code = DefectCode(
        "scrub.code-page-byte-unknown", .major, .repaired,
        what: "Bytes of the record stand for no character in the encoding that the contributor's profile declares.",
        why: "The letters that stood there are lost: the word is misspelt and is not found.",
        done: """
            Each such place shows as U+FFFD, and a mark that no letter follows stands over a blank. Where it is in the \
            control number or in 245 the record is set aside.
            """,
        repair:
            "Correct the text in the library's system; where many records have it, the export is in another encoding.",
        example: """
            =245  10$a{xCC}{xEE}{xF1}{xEA}{xE2}{xE0} /$cA. Author.
            =500  \\\\$a{xCA}{xED}{xE8}{xE3}{xE0} {x98} {xF1}{xF2}{xF0}{xE0}{xED}{xE8}{xF6}
            """)
}
