internal import MARC
public import Update

/// A holding of a library for which the contributor does not send.
public struct HoldingsLibraryUnknown: RecordRule {
    public static let code = DefectCode(
        "validate.holdings-library-unknown", .major, .noted,
        what: "A holding names a library that the profile does not list among those for which the contributor sends.",
        why: "Patrons would ask a library that does not have the title, or that nobody knows.",
        done: "The record is installed as it is.",
        repair: "Correct the library's symbol in the holding, or have the library added to the profile.",
        example: "=852  8\\$aXYZ$bMAIN")
    public static let codes = [code]

    /// Where the symbol stands.
    let place: FieldPart
    /// Empty where any library is taken.
    let symbols: Set<[UInt8]>

    let kinds: [RecordKind] = [.bibliographic, .holdings]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard !symbols.isEmpty else { return }
        for field in record.view.fields where field.tag == place.tag {
            for part in field.subfields where part.code == place.subfield ?? UInt8(ascii: "a") {
                if symbols.contains(Array(part.value)) { continue }
                log.report(
                    Self.code, at: field.place(subfield: part.code), before: part.value,
                    "'\(Bytes.display(part.value, limit: 40))' is none of the \(symbols.count) libraries for which the "
                        + "contributor sends; correct it, or add the library to the profile")
            }
        }
    }
}
