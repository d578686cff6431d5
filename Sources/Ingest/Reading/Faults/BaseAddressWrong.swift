internal import MARC
internal import Update

/// Leader/12-16 does not point to the first field.
enum BaseAddressWrong: FaultRule {
    static let code = DefectCode(
        "ingest.base-address-wrong", .minor, .repaired,
        what: "The base address of data in leader/12-16 is not where the directory ends.",
        why: "Programs that believe it read every field from a wrong place.",
        done: "The end of the directory was used instead; the address is computed anew when the record is written.",
        repair: "Have the export compute the base address from the length of the directory.",
        example:
            "The leader says that data start at byte 205; the directory ends at byte 216.")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the leader gives \(fault.quoted) as the base address of data, the directory ends at \(fault.expected); the fields "
            + "were read from there"
    }

    static func place(_ fault: ReadFault) -> FieldPlace { .leader(12) }
}
