internal import MARC
internal import MARC21
public import Update

/// An authority record by other rules than those with a code of their own, and no name of the rules.
///
/// Source: MARC 21 Format for Authority Data, 008/10, 040 $e.
public struct DescriptionRulesNotNamed: RecordRule {
    public static let code = DefectCode(
        "validate.description-rules-not-named", .info, .noted,
        what: "008/10 is z, other rules, and 040 $e does not name them.",
        why: "Nobody can tell whether the heading fits the catalogue.",
        done: "The record is installed as it is.",
        repair: "Name the rules in 040 $e, as in rda, or correct 008/10.",
        example: """
            =LDR  00000nz  a2200000n  4500
            =008  790305n|\\azznnaabn\\\\\\\\\\\\\\\\\\\\|a\\aaa\\\\\\\\\\\\
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.authority] }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let fixed = record.first("008"), fixed.value.count > 10, fixed.value[10] == UInt8(ascii: "z"),
            record.first("040")?.subfield("e") == nil
        else { return }
        log.report(
            Self.code, at: fixed.place(position: 10), before: [fixed.value[10]],
            "008/10 is 'z', other rules, and 040 $e does not name them; add 040 $e, as in rda")
    }
}
