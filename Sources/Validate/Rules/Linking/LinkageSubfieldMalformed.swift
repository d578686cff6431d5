internal import MARC
internal import MARC21
public import Update

/// $6 that does not say which field it links, beyond what `validate.linkage-malformed` says of 880.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, $6.
public struct LinkageSubfieldMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.linkage-subfield-malformed", .minor, .noted,
        what: """
            $6 is not made of the tag 880, a hyphen and a number of two digits other than 00; or in 880 something \
            else than a script and a direction follows the number.
            """,
        why: "The field and its form in the original script are not shown together.",
        done: "The field is kept as it is.",
        repair: "Link the fields in the cataloguing module, or correct $6 to the form 880-01.",
        example: "=245  10$6881-01$aTitle /$cA. Author.")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["0XX", "1XX", "2XX", "3XX", "4XX", "5XX", "6XX", "7XX", "8XX"] }
    var subfields: ASCIISet { "6" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let value = field.first("6") else { return }
        let link = LinkageSubfield(value)
        if field.tag == "880" {
            // Without a tag and a number in front it is reported elsewhere.
            guard link == nil, LinkageSubfield(value.slice(0, 6)) != nil, !Self.isDirectionAlone(value) else { return }
        } else if let link, link.tag == Tag("880").rawValue, link.occurrence > 0 {
            return
        }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "6")), before: value,
            "\(field.tag) $6 is \(Bytes.display(value)), which should be "
                + (field.tag == "880" ? "as 245-01/(N or 245-01/Cyrl is" : "as 880-01 is"))
    }

    /// `245-01//r`: a direction with the script left out, as many systems write it.
    private static func isDirectionAlone(_ value: ByteView) -> Bool { value.slice(6, value.count - 6).equals("//r") }
}
