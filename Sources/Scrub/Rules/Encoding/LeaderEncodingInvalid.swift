internal import MARC
internal import Update

/// Leader/09 is neither blank nor `a`.
enum LeaderEncodingInvalid: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .reading
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        let coding = work.record.leader.coding
        guard coding != 0x20, coding != UInt8(ascii: "a") else { return }
        work.report(
            code, at: .leader(9), before: [coding], after: [UInt8(ascii: "a")],
            "leader/09 is \(Bytes.display([coding])), neither blank (MARC-8) nor a (Unicode); the bytes were read as "
                + "\(work.reading.verdict.encoding.name)")
    }

    static let code = DefectCode(
        "scrub.leader-encoding-invalid", .minor, .repaired,
        what: "Leader/09 is neither blank (MARC-8) nor a (Unicode).",
        why: "Programs that read the record have to guess its character coding.",
        done: "The coding was taken from the bytes, and leader/09 set to a (Unicode).",
        repair: "Set the export to write leader/09 a for UTF-8 and blank for MARC-8.",
        example: "=LDR  00000cam D2200000 a 4500")
}
