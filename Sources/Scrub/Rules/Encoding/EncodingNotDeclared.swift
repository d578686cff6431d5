internal import MARC
internal import Update

/// The profile declares an encoding, and the bytes are in another one.
enum EncodingNotDeclared: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        let reading = work.reading
        guard !reading.isByLeader, reading.verdict.isCertain, reading.verdict.encoding != reading.declared else {
            return
        }
        work.report(
            code,
            "the profile says \(reading.declared.name), the bytes are \(reading.verdict.encoding.name)"
                + "\(reading.verdict.evidenceInBrackets): read as that; ask the library whether its export has changed")
    }

    static let code = DefectCode(
        "scrub.encoding-not-declared", .major, .repaired,
        what: "The record is in another character coding than the one that the contributor's profile declares.",
        why: "The library has changed its export without notice, or mixes codings in one file.",
        done: "The bytes decide: the record was read in the coding that they are in.",
        repair:
            "Export all records in one coding and announce a change beforehand, so that the profile can be changed.",
        example: "=245  10$aÉtude /$cA. Author.")
}
