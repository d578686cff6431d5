public import Update

/// A folder, link or pipe where a file should be.
public enum NotAFile {
    public static let code = DefectCode(
        "ingest.not-a-file", .minor, .noted,
        what: "A folder, a link or something else that is no plain file lies among a contributor's deliveries.",
        why:
            "Holdfast reads plain files only; whatever lies in the folder or behind the link is not taken into account.",
        done: "It was left where it is and not read.",
        repair: "Put the files themselves into the contributor's folder, or pack the folder as a zip file.",
        example:
            "In the drop folder of bva lies a folder named old, or a link to a file elsewhere.")

    public static func report(_ delivery: Delivery, to log: inout DefectLog) {
        log.beginWhole(file: delivery.name)
        log.report(
            code, "\(delivery.name) is no plain file; it was not read: deliver the files themselves, or a zip file")
    }
}
