public import Update

/// A delivery that is still being written when its turn comes.
public enum FileStillGrowing {
    public static let code = DefectCode(
        "ingest.file-still-growing", .major, .submissionHeld,
        what: "A delivered file changed while Holdfast waited for it to be complete.",
        why: "Half a file looks like a whole one: titles at its end would be missing, and in a full load be deleted.",
        done: "Nothing of the submission was collected. The next run looks at it again.",
        repair: """
            Let the transfer finish before the run starts, or upload under a name that ends in .part and rename the file \
            when it is complete.
            """,
        example:
            "full.mrc had 12,582,912 bytes at the first look and 13,631,488 five seconds later, and went on growing.")

    /// - Parameter waitedSeconds: how long the file was waited for.
    public static func report(_ delivery: Delivery, waitedSeconds: Double, to log: inout DefectLog) {
        let size = (try? delivery.state())?.size
        log.beginWhole(file: delivery.name)
        log.report(
            code,
            "the file still changed after \(Int(waitedSeconds)) seconds"
                + (size.map { " and has \($0) bytes now" } ?? " and is gone now")
                + "; the submission waits for the next run, start it again when the transfer is complete")
    }
}
