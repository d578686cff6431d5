public import Update

/// A file that is not what the server says it is.
public enum TransferDiffers {
    public static let code = DefectCode(
        "ingest.transfer-differs", .major, .submissionHeld,
        what: """
            A file arrived with another size or checksum than the server or the file beside it says.
            """,
        why: """
            Something on the way has changed it: records would be damaged or missing.
            """,
        done: """
            The file was thrown away, nothing of the submission was collected, and the next run fetches it anew.
            """,
        repair: """
            Write the checksum when the export is complete, and transfer files in binary mode.
            """,
        example: """
            full.mrc.sha256 was made before the export had ended, so it is the checksum of a part of full.mrc.
            """)
}
