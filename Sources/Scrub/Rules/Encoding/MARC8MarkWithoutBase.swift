internal import MARC
internal import Update

/// A MARC-8 mark that no letter follows.
enum MARC8MarkWithoutBase: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        for fault in work.reading.faults where fault.kind == .marc8(.markWithoutBase) {
            work.report(
                code, at: fault.place, before: fault.before, after: fault.after,
                "the mark \(fault.bytesShown) at the end of \(PlaceName.of(fault.place)) has no letter to stand on; it "
                    + "stands over a blank")
        }
    }

    static let code = DefectCode(
        "scrub.marc8-mark-without-base", .minor, .repaired,
        what:
            "In a MARC-8 record an accent stands at the end of the text, where no letter follows that it could stand on.",
        why: "The last letter of the word is missing or has lost its accent.",
        done: "The accent was kept, over a blank.",
        repair: "Correct the text in the library's system.",
        example:
            "=LDR  00000cam  2200000 a 4500\n=245  10$aSt{xE2}e, caf{xE2}e, na{xE8}ive /$cA. Author.\n=500  \\\\$aa{xE2}"
    )
}
