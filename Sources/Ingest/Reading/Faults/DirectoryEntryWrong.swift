internal import MARC
internal import Update

/// Directory entries do not say where their fields are.
enum DirectoryEntryWrong: FaultRule {
    static let code = DefectCode(
        "ingest.directory-entry-wrong", .minor, .repaired,
        what: "Entries of the directory give other places or lengths than their fields have.",
        why: "Programs that believe them cut fields in two or join them.",
        done: "The fields were found by their terminators; the directory is made anew when the record is written.",
        repair: "Have the export compute lengths in bytes, after the conversion of characters.",
        example:
            "The entry 245004500100 gives 45 bytes from the hundredth on; the field that starts there has 47.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "\(fault.expected.isEmpty ? "an entry" : fault.expected) of the directory do not point to their fields, the first is "
            + "\(fault.quoted); the fields were found by their terminators: let the export count bytes, not characters"
    }
}
