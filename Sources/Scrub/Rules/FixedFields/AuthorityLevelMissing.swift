internal import MARC
internal import Update

/// Leader/17 of an authority record that is blank although 008/33 says that the heading is fully established.
enum AuthorityLevelMissing: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "authority-level"

    static func apply(to work: inout ScrubWork) {
        guard RecordKind(leaderType: work.record.leader.type) == .authority, work.record.leader[17] == 0x20,
            work.record.withView({ $0.fixed("008", 33...33)?.first }) == UInt8(ascii: "a")
        else { return }
        work.record.leader[17] = UInt8(ascii: "n")
        work.report(
            code, at: .leader(17), before: [0x20], after: [UInt8(ascii: "n")],
            "leader/17 is blank, which no authority record has; 008/33 says fully established: set to n (complete)")
    }

    static let code = DefectCode(
        "scrub.authority-level-missing", .info, .repaired,
        what: "Leader/17 of an authority record is blank; it should be n (complete) or o (incomplete).",
        why: "Systems that load authority records by their level refuse the record.",
        done: """
            The level was set to n where 008/33 says that the heading is fully established, as the contributor's profile \
            asks (repairs: [authority-level]).
            """,
        repair: "Set leader/17 to n or o in the library's system.",
        example: "=LDR  00000nz  a2200000   4500")
}
