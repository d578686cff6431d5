internal import MARC
public import Update

/// One control number, two contents in one submission.
public struct DuplicateDiffers: SetAsideRule {
    public static let code = DefectCode(
        "validate.duplicate-differs", .major, .noted,
        what: "The submission has several records with one control number and different content.",
        why: "Only one of them can be kept. If they describe different titles, patrons lose one of them.",
        done: "The last one counts; this one is set aside as a duplicate.",
        repair:
            "Look whether both are versions of one title. If not, one of them has a wrong control number: correct it.",
        example: "Two records with the number ocm01234567 in 001: one is called Cats, the other Dogs.")
    public static let codes = [code]

    func judge(_ pair: SetAsidePair, log: inout DefectLog) {
        guard pair.hasOneIntent, !pair.saysTheSame else { return }
        log.report(
            Self.code, at: .record,
            "\(pair.laterName) has the same control number and other content; this one was set aside; "
                + "look whether both describe one title")
    }
}
