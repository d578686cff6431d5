internal import MARC
internal import Update

/// The directory is no list of entries.
enum DirectoryDamaged: FaultRule {
    static let code = DefectCode(
        "ingest.directory-damaged", .major, .repaired,
        what: """
            The length of the directory is no multiple of 12, or an entry holds something other than a tag and \
            digits.
            """,
        why: "The directory alone knows the tags: where an entry is lost, a field may come out under a wrong tag.",
        done: "Fields were found by their terminators and given the tags that could be read, in their order.",
        repair: "Export the record again, and compare its fields with those in the catalogue.",
        example:
            "The directory starts 001001300000 and goes on with 00x0045, which is no entry of twelve digits.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the directory is damaged at byte \(fault.offset) of the record (\(fault.quoted))\(fault.remark); fields were found by their "
            + "terminators: compare them with the catalogue and export the record again"
    }
}
