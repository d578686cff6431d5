internal import MARC
public import Update

/// The same record twice in one submission.
public struct DuplicateIdentical: SetAsideRule {
    public static let code = DefectCode(
        "validate.duplicate-identical", .info, .noted,
        what: "The submission has the same record, or the same deletion, more than once.",
        why: "Nothing is lost or changed by it; many of them point to an export that repeats itself.",
        done: "The last one counts; this one is set aside as a duplicate.",
        repair: "Look whether the export runs over the same titles twice.",
        example:
            "Two records with the number ocm01234567 in 001, alike to the last byte, at two places of one delivery.")
    public static let codes = [code]

    func judge(_ pair: SetAsidePair, log: inout DefectLog) {
        guard pair.saysTheSame else { return }
        log.report(
            Self.code, at: .record,
            "\(pair.laterName) has the same control number and \(pair.earlier.intent == .delete ? "is a deletion too" : "the same content"); "
                + "this one was set aside")
    }
}
