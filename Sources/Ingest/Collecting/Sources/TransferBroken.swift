public import Update

/// A connection that breaks off or only drips.
public enum TransferBroken {
    public static let code = DefectCode(
        "ingest.transfer-broken", .major, .submissionHeld,
        what: """
            The connection broke off again and again, or was so slow that it was given up.
            """,
        why: """
            Half a file looks like a whole one: titles at its end would be missing, and in a full load be deleted.
            """,
        done: """
            Nothing of the submission was collected. What has arrived is kept, and the next run goes on from there.
            """,
        repair: """
            Check the line and the server's limits on time and size of a transfer; smaller or packed files help.
            """,
        example: """
            The connection broke off after 104857600 of 734003200 bytes, five times at the same place.
            """)
}
