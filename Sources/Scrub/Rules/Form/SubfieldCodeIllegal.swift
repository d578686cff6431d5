internal import MARC
internal import Update

/// Subfield codes that are none of 0–9 and a–z.
enum SubfieldCodeIllegal: ScrubRule {
    static let codes = [upperCase, code]
    static let signs: Signs = .code
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        let all = work.subfields { $0.code.map { $0 != 0 && !Legal.code($0) } ?? false }
        var unwanted: [SubfieldPlace] = []
        for found in all {
            guard let illegal = found.place.subfield else { continue }
            if !ByteContext.isUpper(illegal) {
                unwanted.append(found)
                report(code, found, "has a code that MARC 21 does not allow; the subfield was left out", &work)
            } else if work.settings.optional.contains(.dropUpperCaseCodes) {
                unwanted.append(found)
                report(upperCase, found, "has an upper-case code; the subfield was left out, as the profile asks", &work)
            } else {
                takeForLowerCase(found, illegal, &work)
            }
        }
        work.remove(unwanted)
    }

    private static func takeForLowerCase(_ found: SubfieldPlace, _ illegal: UInt8, _ work: inout ScrubWork) {
        let lower = illegal | 0x20
        work.record.setCode(of: found.subfield, of: found.field, to: lower)
        work.report(
            upperCase, at: found.place, before: [illegal], after: [lower],
            "\(found.name) has an upper-case code; taken for $\(Bytes.display([lower]))")
    }

    private static func report(_ code: DefectCode, _ found: SubfieldPlace, _ text: String, _ work: inout ScrubWork) {
        work.report(code, at: found.place, before: found.value, action: .partDropped, "\(found.name) \(text)")
    }

    static let upperCase = DefectCode(
        "scrub.subfield-code-upper-case", .minor, .repaired,
        what: "A subfield code is an upper-case letter.",
        why: "MARC 21 has lower-case codes only; programs do not find the subfield.",
        done: "It was taken for the lower-case code, or left out where the profile says that the library means something else.",
        repair: "Correct the code in the library's system; leave subfields of its own out of the export.")

    static let code = DefectCode(
        "scrub.subfield-code-illegal", .minor, .partDropped,
        what: "A subfield code is neither a digit nor a letter.",
        why: "Nothing says what the subfield is; some programs refuse the record.",
        done: "The subfield was left out; its content is reported.",
        repair: "Correct the code in the library's system. A $ in the text is often mistaken for a delimiter by an export.")
}
