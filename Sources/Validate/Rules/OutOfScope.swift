internal import MARC
public import Update

/// A record that the profile leaves out. It is counted and gets no other rule.
public struct OutOfScope: StageRule {
    public static let code = DefectCode(
        "validate.out-of-scope", .info, .noted,
        what: "The record is of a kind that the contributor and the catalogue agreed to leave out.",
        why: "Patrons of other libraries cannot borrow it, so that it would only be in their way.",
        done: "The record is counted as out of scope and not installed; in a full load it counts as absent.",
        repair: "Nothing, if it is meant so; else ask for the scope in the profile to be changed.",
        example: "=LDR  00000crm a2200000 a 4500")
    public static let codes = [code]

    let conditions: [ScopeCondition]

    /// Whether the record fits a condition, which is then reported.
    func judge(_ record: RecordView, log: inout DefectLog) -> Bool {
        for condition in conditions {
            guard let found = condition.character(in: record) else { continue }
            let isLeader = condition.tag == "LDR"
            log.report(
                Self.code, at: FieldPlace(tag: condition.tag, position: condition.position), before: [found],
                "\(isLeader ? "leader" : "\(condition.tag)")/\(Words.twoDigits(condition.position)) is "
                    + "\(Words.character(found)), which the profile leaves out of scope")
            return true
        }
        return false
    }
}
