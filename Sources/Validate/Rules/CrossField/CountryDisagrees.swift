internal import MARC
internal import MARC21
public import Update

/// A place of publication of which the program knows the country, and another country in 008. Only the first place
/// is looked at, and only well-known ones that stand alone.
///
/// Source: MARC Code List for Countries; ``KnownPlaces``.
public struct CountryDisagrees: FieldRule {
    public static let code = DefectCode(
        "validate.country-disagrees", .info, .noted,
        what: "The country in 008/15-17 is not the one in which the place of publication in 260 or 264 lies.",
        why: "Patrons who limit their search to the country do not find the title.",
        done: "The field is kept as it is.",
        repair: "Correct the country code, or add the region to the place where it is another one of the same name.",
        example: "=260  \\\\$aBerlin :$bPublisher,$c1993.")
    public static let codes = [code]

    var tags: [TagPattern] { ["260", "264"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.isFirstOfItsTag, field.tag == field.judgedTag, let place = field.first("a"),
            let fixed = field.record.fixedField?.value, fixed.count >= 18,
            field.number == 260 || field.field.indicator2 == UInt8(ascii: "1"),
            let countries = KnownPlaces.countries(of: place)
        else { return }
        let coded = fixed.slice(15, 3).trimmed
        guard CodeList.countries.contains(coded), !coded.equals("xx"), !coded.equals("vp"),
            !KnownPlaces.has(countries, coded)
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "a")), before: place,
            "\(field.tag) names \(Bytes.display(place, limit: 60)), and 008/15-17 is \(Bytes.display(coded)) "
                + "(\(CodeList.countries.label(of: coded) ?? "")); correct one of them")
    }
}
