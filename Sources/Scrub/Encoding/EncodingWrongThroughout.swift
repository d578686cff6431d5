internal import MARC
internal import Update

/// All records of a submission declare one encoding and are in another: one fault of the export, and said once.
enum EncodingWrongThroughout {
    static let code = DefectCode(
        "scrub.encoding-wrong-throughout", .minor, .noted,
        what:
            "All records of the submission that show it are in another character coding than is declared, and in the same one.",
        why: "It is no fault of the records but of the export, and is mended once, in its settings.",
        done:
            "Every record was read in the coding that it is in; this says in one sentence what the defects of the records say one by one.",
        repair: """
            Set the export to write leader/09 as the records are encoded. Where the profile is wrong, the people who run the \
            updates correct it.
            """,
        example: "All 1240 records with characters beyond ASCII say MARC-8 in leader/09 and are in UTF-8.")

    /// Fewer records than this show no habit.
    static let fewest = 10

    /// - Parameter file: the one file of the submission; nil where it has several.
    static func defects(_ counts: ScrubCounts, file: String?, policy: DefectPolicy) -> [Defect] {
        guard let (lie, count) = counts.lies.first, counts.lies.count == 1, count >= fewest, count == counts.telling
        else {
            return []
        }
        var log = DefectLog(files: FileTable([]), policy: policy)
        log.beginWhole(file: file)
        let source = lie.isByLeader ? "leader/09 says" : "the profile says"
        let next = lie.isByLeader ? "correct leader/09 in the export" : "ask the library whether its export has changed"
        log.report(
            code,
            "all \(count) records with characters beyond ASCII are in \(lie.found.name), where \(source) \(lie.declared.name): "
                + "it is one fault of the export; \(next)")
        return log.defects
    }
}

/// A record in another encoding than is declared.
struct EncodingLie: Sendable, Hashable {
    var declared: TextEncoding
    var found: TextEncoding
    /// Else the profile declares it.
    var isByLeader: Bool
}
