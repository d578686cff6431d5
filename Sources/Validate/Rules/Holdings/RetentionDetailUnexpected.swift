internal import MARC
internal import MARC21
public import Update

/// Details of a limited retention in 008/13-15, and another policy than a limited one in 008/12.
///
/// Source: MARC 21 Format for Holdings Data, 008/12-15.
public struct RetentionDetailUnexpected: RecordRule {
    public static let code = DefectCode(
        "validate.retention-detail-unexpected", .info, .noted,
        what: "008/13-15 says how long issues are kept, and 008/12 does not say that they are kept for a limited time.",
        why: "Libraries that share what is kept for ever cannot rely on the record.",
        done: "The record is installed as it is.",
        repair: "Set 008/12 to 6, or 008/13-15 to blanks.",
        example: """
            =LDR  00000ny  a2200000zn 4500
            =008  9305170u\\\\\\\\8l1y0001uueng0930517
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.holdings] }

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let fixed = record.first("008"), fixed.value.count >= 16, fixed.value[12] != UInt8(ascii: "6") else {
            return
        }
        let detail = fixed.value.slice(13, 3)
        guard detail.contains(where: { $0 != 0x20 && $0 != UInt8(ascii: "|") }) else { return }
        log.report(
            Self.code, at: fixed.place(position: 13), before: detail,
            "008/13-15 is '\(Bytes.display(detail))', and 008/12 is \(Words.character(fixed.value[12])) instead of 6; correct one of them"
        )
    }
}
