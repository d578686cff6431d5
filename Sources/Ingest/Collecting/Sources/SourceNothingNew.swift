public import Update

/// A source that offers only what was fetched before.
public enum SourceNothingNew {
    public static let code = DefectCode(
        "ingest.source-nothing-new", .info, .noted,
        what: """
            The source was looked at and has nothing that was not fetched before.
            """,
        why: """
            Where the library meant to deliver, its export did not run or went to another place.
            """,
        done: """
            There is no submission of this contributor for the period.
            """,
        repair: """
            Nothing, where there was nothing to deliver; else check that the export ran, and where its files go.
            """,
        example: """
            The folder still has the file of last week, with the same size and date.
            """)
}
