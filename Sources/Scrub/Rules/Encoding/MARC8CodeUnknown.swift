internal import MARC
internal import Update

/// Bytes that the MARC-8 character set in force does not have.
enum MARC8CodeUnknown: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        let isUnclear = work.reading.verdict.basis == .unclear
        for fault in work.reading.faults where fault.kind == .marc8(.codeNotInSet) || fault.kind == .marc8(.eaccCodeCut)
        {
            let isVital = work.isIdentity(fault.place) || isUnclear && work.isVital(fault.place)
            work.report(
                code, at: fault.place, before: fault.before, after: fault.after,
                action: isVital ? .recordRejected : nil,
                "\(fault.bytesShown) in \(PlaceName.of(fault.place)) is no character of the MARC-8 set in force and was "
                    + "replaced by U+FFFD" + (isVital ? "; a record cannot be installed so" : ""))
        }
    }

    static let code = DefectCode(
        "scrub.marc8-code-unknown", .minor, .repaired,
        what: "The record is in MARC-8, but some bytes are no character of the MARC-8 character set that is in force.",
        why: "The letters that stood there are lost: the word is misspelt and is not found.",
        done:
            "Each such place shows as U+FFFD. Where it is in the control number, or in 245 of a record whose coding is unclear, the record is set aside.",
        repair: "Correct the text in the library's system, or export in UTF-8.",
        example:
            "=LDR  00000cam  2200000 a 4500\n=245  10$aSt{xE2}e, caf{xE2}e, na{xE8}ive /$cA. Author.\n=500  \\\\$aa{xFF}b"
    )
}
