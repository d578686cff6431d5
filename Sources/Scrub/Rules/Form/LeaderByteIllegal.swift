internal import MARC
internal import Update

/// Bytes in the leader that are no printable ASCII.
enum LeaderByteIllegal: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .leader
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        for position in LeaderForm.content where !LeaderForm.isPrintable(work.record.leader[position]) {
            let byte = work.record.leader[position]
            work.record.leader[position] = 0x20
            work.report(
                code, at: .leader(position), before: [byte], after: [0x20],
                "leader/\(LeaderForm.name(position)) is \(Bytes.display([byte])), which no leader can hold; made a blank"
            )
        }
    }

    static let code = DefectCode(
        "scrub.leader-byte-illegal", .minor, .repaired,
        what: "The leader holds a byte that is neither a letter nor a digit nor a sign of ASCII.",
        why: "Some programs stop at such a record; others take its type or status for something else.",
        done: "The byte was made a blank.",
        repair: "Correct the leader in the library's system.",
        example: "=LDR  00000cam a2200000 a{x05}4500")
}
