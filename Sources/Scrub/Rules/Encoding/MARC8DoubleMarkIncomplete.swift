internal import MARC
internal import Update

/// One half of a MARC-8 mark over two letters without the other.
enum MARC8DoubleMarkIncomplete: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        for fault in work.reading.faults where fault.kind == .marc8(.doubleMarkIncomplete) {
            work.report(
                code, at: fault.place, before: fault.before, after: fault.after,
                "\(fault.bytesShown) in \(PlaceName.of(fault.place)) is one half of a mark over two letters without the "
                    + "other; a first half stands for the whole, a second half for nothing")
        }
    }

    static let code = DefectCode(
        "scrub.marc8-double-mark-incomplete", .minor, .repaired,
        what: "In a MARC-8 record a ligature or double tilde over two letters has only one of its halves.",
        why: "The transliterated word shows with the mark in the wrong place or without it.",
        done: "A first half was taken for the whole mark, a second half dropped.",
        repair: "Set both halves of the mark in the library's system, or remove it.",
        example: "=LDR  00000cam  2200000 a 4500\n=245  10$a{xEB}Iakovlev /$cA. Author.")
}
