internal import MARC
internal import Update

/// `&#` and digits in MARC-8 text that is no numeric character reference of MARC.
enum NumericReferenceMalformed: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        for fault in work.reading.faults where fault.kind == .marc8(.referenceMalformed) {
            work.report(
                code, at: fault.place, before: fault.before,
                "\(Bytes.display(fault.bytes)) in \(PlaceName.of(fault.place)) is no numeric character reference as MARC-8 "
                    + "has them (&#x1EA1;); it was left as it is")
        }
    }

    static let code = DefectCode(
        "scrub.numeric-reference-malformed", .minor, .noted,
        what: "MARC-8 text holds something like a numeric character reference that is not of the form &#x1EA1;.",
        why: "Patrons see the code instead of the letter.",
        done: "Nothing was changed, because the character meant is not certain.",
        repair: "Write the character itself in the library's system, or export in UTF-8.",
        example: "=LDR  00000cam  2200000 a 4500\n=500  \\\\$aH&#7841; Long")
}
