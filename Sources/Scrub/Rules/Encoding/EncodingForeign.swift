internal import MARC
internal import Update

/// The bytes are Windows-1252 (or ISO 8859-1), which leader/09 cannot even say.
enum EncodingForeign: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        let reading = work.reading
        guard reading.isByLeader, reading.verdict.encoding == .windows1252 else { return }
        work.report(
            code,
            "the bytes are neither UTF-8 nor MARC-8 but fit Windows-1252\(reading.verdict.evidenceInBrackets): read as that; "
                + "export the record in UTF-8")
        for fault in reading.faults where fault.kind == .notInWindows1252 {
            work.report(
                code, at: fault.place, before: fault.before, after: fault.after,
                "\(fault.bytesShown) is no character of Windows-1252 and shows as U+FFFD")
        }
    }

    static let code = DefectCode(
        "scrub.encoding-foreign", .major, .repaired,
        what: "The record is in Windows-1252 or ISO 8859-1 (Latin-1), which MARC 21 does not allow.",
        why: "Read as MARC-8 or UTF-8, accented letters turn into other letters or into nothing.",
        done: "The bytes fit Windows-1252 by a clear margin, so the record was converted from it to UTF-8.",
        repair: "Export the records in UTF-8, with leader/09 a.",
        example: "=245  10$aLes {xE9}l{xE8}ves d{x92}une {xE9}cole fran{xE7}aise {xE0} Qu{xE9}bec /$cA. Author.")
}
