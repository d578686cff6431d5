internal import MARC
internal import Update

/// Leader/09 says MARC-8 and the bytes are UTF-8, or the reverse.
enum LeaderEncodingWrong: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        let (reading, coding) = (work.reading, work.record.leader.coding)
        // XML is Unicode whatever the leader says, and every program that reads it knows.
        guard !work.isUnicode, reading.isByLeader, coding == 0x20 || coding == UInt8(ascii: "a"),
            reading.verdict.isCertain,
            reading.verdict.encoding != reading.declared, reading.verdict.encoding != .windows1252
        else { return }
        work.report(
            code, at: .leader(9), before: [coding], after: [UInt8(ascii: "a")],
            "leader/09 says \(reading.declared.name), the bytes are \(reading.verdict.encoding.name)"
                + "\(reading.verdict.evidenceInBrackets): read as that; correct leader/09 in the export")
    }

    static let code = DefectCode(
        "scrub.leader-encoding-wrong", .major, .repaired,
        what: "Leader/09 names another character coding than the one that the record's bytes are in.",
        why:
            "A program that believes the leader shows wrong letters in names and titles, and patrons who type them find nothing.",
        done: "The bytes decide: the record was read in the coding that they are in, and leader/09 set to a (Unicode).",
        repair: "Set the export to write leader/09 a for UTF-8 and blank for MARC-8, as the records are encoded.",
        example: "=LDR  00000cam  2200000 a 4500\n=245  10$aÉtude /$cA. Author.")
}

extension EncodingVerdict {
    /// Whether the bytes decided.
    var isCertain: Bool { basis == .proven || basis == .weighed }

    /// For messages: ` (…)`, or nothing.
    var evidenceInBrackets: String { evidence.isEmpty ? "" : " (\(evidence))" }
}
