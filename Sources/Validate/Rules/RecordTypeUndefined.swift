internal import MARC
internal import MARC21
public import Update

/// Leader/06 that names no type of record. Holdings and authority records are told apart by it, so that only what is taken
/// for bibliographic can have the defect.
public struct RecordTypeUndefined: RecordRule {
    public static let code = DefectCode(
        "validate.record-type-undefined", .major, .noted,
        what: "Leader/06 holds a character that names no type of record.",
        why: """
            Nothing says whether this is a book, a map or a film: patrons who limit a search to a format do not find it, \
            and the fixed field 008 cannot be read.
            """,
        done: "The record is installed as it is, without a format.",
        repair: "Set leader/06 (Type) in the cataloguing module, a for printed text.",
        example: "=LDR  00000cqm a2200000 a 4500")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        let found = record.view.leader.type
        guard !record.norms.leader(6).contains(found), let element = record.format.leader.position(at: 6),
            element.codes.standing(of: found) == .undefined
        else { return }
        log.report(
            Self.code, at: .leader(6), before: [found],
            "leader/06 (\(element.label)) is \(Words.character(found)), which names no type; "
                + "bibliographic records have \(Words.list(element.codes.currentCharacters))")
    }
}
