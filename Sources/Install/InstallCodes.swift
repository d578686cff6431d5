public import Update

/// What install reports.
public enum InstallCodes {
    /// Every code of the stage.
    public static let all = [deleteNotHeld, absenceWithheld]

    static let deleteNotHeld = DefectCode(
        "install.delete-not-held", .info, .noted,
        what: "The submission deletes a record that the client database does not hold for this contributor.",
        why: "The record may have been deleted before, or its control number may differ from the one it was sent with.",
        done: "Nothing: there was nothing to delete. The record is counted as delete-not-held.",
        repair: """
            Nothing where the record was deleted before. Else send the delete with the control number under which the \
            record was sent.
            """,
        example:
            "The delete list names 1234567; no record of the contributor has that number.")

    static let absenceWithheld = DefectCode(
        "install.absence-withheld", .major, .noted,
        what: """
            A full load has records or pieces that cannot be identified, so it is not known which records of the database \
            are really absent from it.
            """,
        why: "Titles that the library no longer has stay visible until the full load is whole.",
        done: "The records sent were installed; nothing was deleted for being absent.",
        repair: """
            Repair the records that were rejected without a control number and send the full load again, or have a person \
            release the deletes by absence.
            """,
        example:
            "A full load of 50,000 records has one without control number: it may be one of the 120 that seem to be absent."
    )
}
