internal import MARC
internal import Update

/// Directory entries share bytes, or leave some out.
enum DirectoryOverlap: FaultRule {
    static let code = DefectCode(
        "ingest.directory-overlap", .minor, .partDropped,
        what: "Two entries of the directory name the same bytes, or bytes of the record belong to no entry.",
        why: "A field may have come twice under two tags, or not at all.",
        done: "Fields that entries name were kept; bytes that no entry names were left out.",
        repair: "Compare the record with the one in the catalogue and export it again.",
        example:
            "The entries 245006000100 and 250002000140 share twenty bytes.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "\(fault.expected.isEmpty ? "entries of the directory share bytes" : fault.expected) at byte \(fault.offset) of the record"
            + (fault.found.isEmpty ? "" : " (\(fault.quoted))")
            + "; what entries name was kept: compare with the catalogue"
    }
}
