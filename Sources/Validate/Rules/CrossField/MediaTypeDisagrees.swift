internal import MARC
internal import MARC21
public import Update

/// A carrier in 338 whose media type is not among those in 337.
///
/// Source: RDA 3.2, 3.3; ``RDAAgreement``.
public struct MediaTypeDisagrees: RecordRule {
    public static let code = DefectCode(
        "validate.media-type-disagrees", .info, .noted,
        what: "The carrier type in 338 is one of a media type that 337 does not name.",
        why: "Filters by media pass over the title.",
        done: "The record is installed as it is.",
        repair: "Correct 337 or 338; every carrier has its media type.",
        example: """
            =337  \\\\$aunmediated$bn$2rdamedia
            =338  \\\\$aonline resource$bcr$2rdacarrier
            """)
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.has("337") else { return }
        for field in record.fields("338") {
            for subfield in field.subfields where subfield.code == UInt8(ascii: "b") {
                guard CodeList.carrierTypes.contains(subfield.value), let first = subfield.value.first,
                    let media = RDAAgreement.rules.media(ofCarrier: first), !Self.names(media, record)
                else { continue }
                return log.report(
                    Self.code, at: field.place(subfield: subfield.code), before: subfield.value,
                    "338 $b is \(subfield.shown), whose media type '\(Bytes.display([media]))' 337 does not name; correct one of them"
                )
            }
        }
    }

    /// Whether a 337 $b is `media`, or there is none at all.
    private static func names(_ media: UInt8, _ record: RecordCase) -> Bool {
        var hasCode = false
        for field in record.fields("337") {
            for subfield in field.subfields where subfield.code == UInt8(ascii: "b") {
                hasCode = hasCode || CodeList.mediaTypes.contains(subfield.value)
                if subfield.value.count == 1, subfield.value[0] == media { return true }
            }
        }
        return !hasCode
    }
}
