internal import MARC
internal import MARC21
public import Update

/// A serial with neither frequency nor numbering.
///
/// Source: MARC 21 Format for Bibliographic Data, 310, 362; CONSER standard record.
public struct SerialFieldsMissing: RecordRule {
    public static let code = DefectCode(
        "validate.serial-fields-missing", .info, .noted,
        what: "The record of a serial has neither a frequency in 310 or 008/18 nor a numbering in 362.",
        why: "Patrons cannot see how often it appears and from when to when.",
        done: "The record is installed as it is.",
        repair: "Add 310 and 362, or set leader/07 to m where it is a book.",
        example: """
            =LDR  00000cas a2200000 a 4500
            =008  930517c19939999nyuuu\\p\\\\\\\\\\\\\\0\\\\\\b0eng\\d
            """)
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.view.leader.level == UInt8(ascii: "s"), !record.has("310"), !record.has("362"), !record.has("321")
        else { return }
        let frequency = record.fixedField.flatMap { $0.value.count > 18 ? $0.value[18] : nil } ?? 0x20
        guard frequency.isBlankOrSign || frequency == UInt8(ascii: "u") || frequency == UInt8(ascii: "|") else {
            return
        }
        log.report(
            Self.code, at: .record,
            "the record of a serial has neither frequency (310, 008/18) nor numbering (362); add them")
    }
}
