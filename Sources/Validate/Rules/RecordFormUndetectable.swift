internal import MARC
internal import MARC21
public import Update

/// Printed text of which leader/07 does not say whether it is a book or a serial: 008 has no form by which to read it.
public struct RecordFormUndetectable: RecordRule {
    public static let code = DefectCode(
        "validate.record-form-undetectable", .major, .noted,
        what: "Leader/06 says text, and leader/07 does not say whether it is a book or a serial.",
        why: """
            Field 008 means different things for books and serials, so that dates, audience and form of item cannot be read; \
            patrons who limit a search to books or to journals do not find the title.
            """,
        done: "The record is installed as it is, without a format.",
        repair: "Set leader/07 (BLvl) in the cataloguing module: m for a book, s for a serial.",
        example: "=LDR  00000ca  a2200000 a 4500")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard Self.isConcerned(record) else { return }
        let (type, level) = (record.view.leader.type, record.view.leader.level)
        log.report(
            Self.code, at: .leader(7), before: [level],
            "leader/06-07 is \(Words.character(type)) and \(Words.character(level)), which tells neither a book nor a serial; "
                + "set leader/07, m for a book, s for a serial")
    }

    /// Whether the type is known and 008 still has no form.
    static func isConcerned(_ record: RecordCase) -> Bool {
        let (type, level) = (record.view.leader.type, record.view.leader.level)
        guard !record.norms.leader(7).contains(level), record.norms.leader(6).contains(type) else { return false }
        let fixed = record.format.controlField(Tag("008").rawValue)
        return fixed?.variant(leader06: type, leader07: level) == nil
    }
}
