internal import MARC
internal import Update

/// Escape sequences that MARC-8 does not have.
enum MARC8EscapeWrong: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        for fault in work.reading.faults {
            switch fault.kind {
            case .marc8(.escapeUnknown): report(fault, "is no escape sequence of MARC-8; U+FFFD stands for it", &work)
            case .marc8(.escapeIrregular): report(fault, "is an escape sequence written wrongly; it was obeyed", &work)
            default: break
            }
        }
    }

    private static func report(_ fault: TextFault, _ text: String, _ work: inout ScrubWork) {
        work.report(
            code, at: fault.place, before: fault.before, after: fault.after,
            "\(fault.bytesShown) in \(PlaceName.of(fault.place)) \(text)")
    }

    static let code = DefectCode(
        "scrub.marc8-escape-wrong", .minor, .repaired,
        what: "An escape sequence in a MARC-8 record, by which it changes to another script, is wrong.",
        why: "Text in the other script may show as strange letters.",
        done:
            "A sequence whose meaning is clear was obeyed; for another one U+FFFD stands, and what follows is read as before it.",
        repair: "Look at the field's text in the other script, or export in UTF-8, which needs no escape sequences.",
        example:
            "=LDR  00000cam  2200000 a 4500\n=245  10$aSt{xE2}e, caf{xE2}e, na{xE8}ive /$cA. Author.\n=500  \\\\$aa{x1B}eb"
    )
}
