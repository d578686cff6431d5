internal import MARC
internal import MARC21
public import Update

/// Leader/07 that names no bibliographic level.
public struct BibliographicLevelUndefined: RecordRule {
    public static let code = DefectCode(
        "validate.bibliographic-level-undefined", .minor, .noted,
        what: "Leader/07 holds a character that names no bibliographic level.",
        why: "Nothing says whether the record describes one item, a serial, a part or a collection.",
        done: "The record is installed as it is.",
        repair: "Set leader/07 (BLvl) in the cataloguing module: m for a single item, s for a serial.",
        example: "=LDR  00000cgx a2200000 a 4500")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        let found = record.view.leader.level
        guard !record.norms.leader(7).contains(found), !RecordFormUndetectable.isConcerned(record),
            !record.hasEmptyLeader,
            let element = record.format.leader.position(at: 7), element.codes.standing(of: found) == .undefined
        else { return }
        log.report(
            Self.code, at: .leader(7), before: [found],
            "leader/07 (\(element.label)) is \(Words.character(found)); "
                + "bibliographic records have \(Words.list(element.codes.currentCharacters))")
    }
}
