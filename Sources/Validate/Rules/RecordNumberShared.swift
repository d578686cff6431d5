public import Update

/// An LCCN or OCLC number in two records of a submission. ``SharedNumbers`` finds them.
public struct RecordNumberShared: StageRule {
    public static let code = DefectCode(
        "validate.record-number-shared", .minor, .noted,
        what: "Two records of the submission, with different control numbers, have the same LCCN or OCLC number.",
        why: "These numbers are one description's: patrons find the title twice, or two titles under one number.",
        done: "Both records are installed as they are.",
        repair: "Look whether both describe the same title, and merge them; else correct the number in one of them.",
        example: "Records ocm00000017 and b123 both have 035 $a (OCoLC)17.")
    public static let codes = [code]
}
