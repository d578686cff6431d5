public import Update

/// An ISBN or ISSN in two records of a submission. ``SharedNumbers`` finds them.
public struct StandardNumberShared: StageRule {
    public static let code = DefectCode(
        "validate.standard-number-shared", .info, .noted,
        what: "Two records of the submission, with different control numbers, have the same ISBN or ISSN.",
        why: "Often a title that is catalogued twice; but parts of a set, and printings, share numbers rightly.",
        done: "Both records are installed as they are.",
        repair: "Look whether both describe the same title, and merge them; else nothing.",
        example: "Records 1001 and 1002 both have 020 $a 9780306406157.")
    public static let codes = [code]
}
