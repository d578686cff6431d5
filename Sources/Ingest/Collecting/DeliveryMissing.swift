public import Update

/// A delivery that the contributor's calendar has and that did not come.
public enum DeliveryMissing {
    public static let code = DefectCode(
        "ingest.delivery-missing", .major, .noted,
        what: "The contributor's calendar says that a delivery was due, and nothing came.",
        why: """
            New titles of the library cannot be found, and titles that it no longer has are still offered; nobody notices an \
            export that stopped.
            """,
        done: "There is no submission of this contributor for the period. Others are not held up.",
        repair: """
            Look whether the export ran and where its files went, and deliver them. Where no delivery was meant to come, have \
            the period entered under except in the calendar.
            """,
        example: "bva delivers every week by Friday 18:00; on Sunday its drop folder was empty.")

    /// - Parameters:
    ///   - due: by when it was expected, in words.
    ///   - last: the period of the last delivery; nil where there was none.
    public static func defect(period: String, due: String, last: String?) -> Defect {
        Defect(
            code: code,
            message: "a delivery for \(period) was expected by \(due) and nothing came; "
                + (last.map { "the last one was that of \($0): " } ?? "there never was one: ")
                + "ask the library whether its export ran")
    }
}
