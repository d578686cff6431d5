internal import MARC
public import Update

/// A record and the deletion of it in one submission.
public struct AddAndDelete: SetAsideRule {
    public static let code = DefectCode(
        "validate.add-and-delete", .major, .noted,
        what: "The submission has a record and a deletion with the same control number.",
        why: "Whether the title is in the catalogue afterwards depends on which comes last, in the order of the files.",
        done: "The last one counts; this one is set aside as a duplicate.",
        repair: "Send the one that is meant. If a title was withdrawn and bought again, send it under a new number.",
        example: "A record with the number ocm01234567 in 001, and ocm01234567 in the list of deletions beside it.")
    public static let codes = [code]

    func judge(_ pair: SetAsidePair, log: inout DefectLog) {
        guard !pair.hasOneIntent else { return }
        log.report(
            Self.code, at: .record,
            pair.later.intent == .delete
                ? "\(pair.laterName) deletes this control number again; the record was set aside and the title is deleted"
                : "\(pair.laterName) has this control number again; the deletion was set aside and the title is kept")
    }
}
