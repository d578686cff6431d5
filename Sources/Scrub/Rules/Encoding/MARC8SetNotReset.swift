internal import MARC
internal import Update

/// A subfield of a MARC-8 record ends while another character set than the default is in force.
enum MARC8SetNotReset: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        for fault in work.reading.faults where fault.kind == .setNotReset {
            work.report(
                code, at: fault.place, before: fault.before, after: fault.after,
                "\(PlaceName.of(fault.place)) ends without an escape sequence back to the default character sets; "
                    + "they are in force again from the next field on")
        }
    }

    static let code = DefectCode(
        "scrub.marc8-set-not-reset", .info, .repaired,
        what: "A subfield of a MARC-8 record changes to another character set and does not change back at its end.",
        why: "A program that does not reset the sets itself reads what follows in the wrong script.",
        done: "The default sets were put in force again at the field's end.",
        repair: "End text in another script with the escape sequences back to the default sets, or export in UTF-8.",
        example: "=LDR  00000cam  2200000 a 4500\n=500  \\\\$a{x1B}(NdOSTOEWSKIJ")
}
