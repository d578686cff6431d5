internal import MARC
public import Update

/// A record whose worst defect is one that the profile does not accept. Judged last, when all other rules have spoken.
public struct LevelNotAccepted: StageRule {
    public static let code = DefectCode(
        "validate.level-not-accepted", .major, .recordRejected,
        what: "The record's worst remaining defect is of a level that the contributor's profile does not accept.",
        why:
            "The catalogue and the contributor have agreed that records with such defects are not to be seen by patrons.",
        done: "As the profile says: the record is rejected, or the submission held.",
        repair: "Repair the defects of that level, which are reported beside this one, and send the record again.",
        example: "=245")
    public static let codes = [code]

    let rules: [LevelRule]

    /// Reports where a rule of the profile is about a record of `level` and `kind`.
    ///
    /// - Parameter worst: the code of its worst defect where validate knows it.
    func judge(_ level: Level, of kind: RecordKind, worst: DefectCode?, log: inout DefectLog) {
        guard let rule = rules.first(where: { $0.concerns(level, kind) }) else { return }
        log.report(
            Self.code, action: rule.action,
            "the record is \(level.name)\(worst.map { " (\($0.name))" } ?? " since scrub"), which the profile does not "
                + "accept: \(rule.reason); repair it and send it again")
    }
}
