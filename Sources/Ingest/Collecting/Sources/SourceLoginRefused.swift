public import Update

/// A source that lets us in no more.
public enum SourceLoginRefused {
    public static let code = DefectCode(
        "ingest.source-login-refused", .major, .submissionHeld,
        what: """
            The server that the deliveries are fetched from refused the user, the password or the key.
            """,
        why: """
            What the library has changed since its last delivery does not reach patrons, and every further attempt may lock the login.
            """,
        done: """
            Nothing of the submission was collected. A refused login is not tried again within the run.
            """,
        repair: """
            Tell the people who run the updates when a password or key changes; they set it where password-from or key-file says.
            """,
        example: """
            The password of hbp's login had expired on 1 November.
            """)
}
