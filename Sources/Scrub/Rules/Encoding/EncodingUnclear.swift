internal import MARC
internal import Update

/// The bytes fit no encoding well enough to overrule the declaration.
enum EncodingUnclear: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        let verdict = work.reading.verdict
        guard verdict.basis == .unclear else { return }
        work.report(
            code,
            "the bytes are not the \(verdict.encoding.name) that is declared, and nothing else clearly"
                + "\(verdict.evidenceInBrackets); what could not be read shows as U+FFFD: export the record in UTF-8"
                + (verdict.suggestion.map {
                    ", or ask the library whether it is \($0.name), and say encoding: \($0.word) in its profile"
                }
                    ?? ""))
    }

    static let code = DefectCode(
        "scrub.encoding-unclear", .major, .noted,
        what:
            "The record's bytes are not in the character coding that is declared, and no other coding fits them clearly.",
        why: "Some letters of the record cannot be known; names and titles may not be found.",
        done: "The record was read as declared; bytes that make no character show as U+FFFD, each place is reported.",
        repair: "Look at the record in the library's system, correct its letters and export it in UTF-8.",
        example:
            "=LDR  00000cam  2200000 a 4500\n=500  \\\\$a{xCE}{xF1}{xED}{xEE}{xE2}{xFB} {xE3}{xE8}{xE4}{xF0}{xE0}{xE2}{xEB}{xE8}{xEA}{xE8}"
    )
}
