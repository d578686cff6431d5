public import Update

/// A server that is not the one we know.
public enum SourceNotTrusted {
    public static let code = DefectCode(
        "ingest.source-not-trusted", .major, .submissionHeld,
        what: """
            The server that the deliveries are fetched from showed another host key or certificate than expected.
            """,
        why: """
            Somebody else may pretend to be the library: they would learn the password, and could send records of their own.
            """,
        done: """
            Nothing was sent to the server, no password either, and nothing was collected.
            """,
        repair: """
            Say by telephone or letter what the new key is (ssh-keygen -lf), or renew the certificate.
            """,
        example: """
            The server was set up anew and has another key: SHA256:3Z2yx+SwW8oYiDf0oy/qnNWLL63KnzAtLtAcTARUu78
            """)
}
