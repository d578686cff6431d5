public import Update

/// A source from which nothing can be fetched.
public enum SourceUnreachable {
    public static let code = DefectCode(
        "ingest.source-unreachable", .major, .submissionHeld,
        what: """
            The server that the deliveries are fetched from did not answer, or did not give the folder or the file.
            """,
        why: """
            What the library has changed since its last delivery does not reach patrons.
            """,
        done: """
            Nothing of the submission was collected; other contributors are not held up. It was tried several times, and the next \
            run tries again.
            """,
        repair: """
            Check that the server is up and that the address is right; the defect names what was found there.
            """,
        example: """
            sftp://ftp.library.example/export/: no connection (Connection refused)
            """)
}
