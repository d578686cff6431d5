internal import Update

/// A file that was delivered before, byte for byte.
enum SameFileTwice {
    static let code = DefectCode(
        "ingest.same-file-twice", .minor, .noted,
        what: "A file has the same content as another one of the submission, or as one that was collected earlier.",
        why:
            "Old changes applied again would undo newer ones; most often the export did not run and the old file was sent.",
        done: """
            It is read once within a submission, and not again in a later one of changes. In a full load it is read all \
            the same, for what is absent from a full load is deleted.
            """,
        repair:
            "Check that the export ran, and send the new file; nothing else is needed where the repetition was meant.",
        example:
            "week46.mrc and week46-copy.mrc have the same SHA-256.")

    /// - Parameters:
    ///   - earlier: the file or the submission that had the content first.
    ///   - isRead: the file is read in spite of it.
    static func report(_ file: PinnedFile, earlier: String, isRead: Bool, to log: inout DefectLog) {
        log.beginWhole(file: file.name)
        log.report(
            code,
            "the same \(file.size) bytes came before as \(earlier) (SHA-256 \(file.sha256.prefix(12))…); "
                + (isRead
                    ? "the file is read all the same, as part of a full load"
                    : "the file is not read again: send the new export if there is one"))
    }
}
