internal import MARC
internal import MARC21
public import Update

/// A heading for several persons of the same name, and no word on who they are.
///
/// Source: MARC 21 Format for Authority Data, 008/32, 667.
public struct UndifferentiatedNameUnexplained: RecordRule {
    public static let code = DefectCode(
        "validate.undifferentiated-name-unexplained", .info, .noted,
        what: "008/32 says that the heading stands for several persons, and no note in 667 says so.",
        why: "Works of several persons are shown as those of one.",
        done: "The record is installed as it is.",
        repair: "Add a note in 667, or set 008/32 to a where the heading stands for one person.",
        example: """
            =LDR  00000nz  a2200000n  4500
            =008  790305n|\\acannaabn\\\\\\\\\\\\\\\\\\\\|a\\aba\\\\\\\\\\\\
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.authority] }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.has("100"), let fixed = record.first("008"), fixed.value.count > 32,
            fixed.value[32] == UInt8(ascii: "b"),
            !record.has("667")
        else { return }
        log.report(
            Self.code, at: fixed.place(position: 32), before: [fixed.value[32]],
            "008/32 is 'b', a name of several persons, and no note in 667 says so; add it, or set 008/32 to a")
    }
}
