internal import MARC
internal import MARC21
public import Update

/// A record by RDA without content, media and carrier types.
///
/// Source: RDA 6.9, 3.2, 3.3; MARC 21 Format for Bibliographic Data, 336, 337, 338.
public struct ContentTypeMissing: RecordRule {
    public static let code = DefectCode(
        "validate.content-type-missing", .info, .noted,
        what: "040 $e says that the record follows RDA, and one of the fields 336, 337 and 338 is missing.",
        why: """
            Displays and filters that are built on these fields do not know what the title is: text or sound, book \
            or file.
            """,
        done: "The record is installed as it is.",
        repair: "Add the field that the message names.",
        example: "=040  \\\\$aDLC$beng$erda$cDLC")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        let (content, media, carrier) = (record.has("336"), record.has("337"), record.has("338"))
        guard !content || !media || !carrier, record.has("040"), record.description.isRDA else { return }
        let missing = [content ? nil : "336", media ? nil : "337", carrier ? nil : "338"].compactMap { $0 }
        log.report(
            Self.code, at: .record,
            "the record follows RDA and has no \(missing.joined(separator: ", ")); add what is missing")
    }
}
