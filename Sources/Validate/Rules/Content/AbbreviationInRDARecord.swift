internal import MARC
internal import MARC21
public import Update

/// 300 with the abbreviations of AACR2 in an English record by RDA. Symbols as in `cm` are none.
///
/// Source: RDA, Appendix B.
public struct AbbreviationInRDARecord: FieldRule {
    public static let code = DefectCode(
        "validate.abbreviation-in-rda-record", .info, .noted,
        what: "300 of a record by RDA says p., v., ill. or col., which RDA spells out.",
        why: "It does no harm to patrons; lists of extents show two forms.",
        done: "The field is kept as it is.",
        repair: "Write pages, volumes, illustrations, color.",
        example: """
            =040  \\\\$aDLC$beng$erda$cDLC
            =300  \\\\$a200 p. :$bill. ;$c24 cm
            """)
    public static let codes = [code]

    var tags: [TagPattern] { ["300"] }
    var subfields: ASCIISet { "abe" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("abe") {
            guard let word = Self.abbreviation(in: subfield.value), field.tag == field.judgedTag else { continue }
            let description = field.record.description
            guard description.isRDA, description.isEnglish else { return }
            return field.report(
                Self.code, subfield, &log,
                "300 \(Words.subfield(subfield.code)) is \(subfield.shown), with \(word) in a record by RDA; spell it out"
            )
        }
    }

    private static func abbreviation(in text: ByteView) -> String? {
        guard text.contains(UInt8(ascii: ".")) else { return nil }
        if text.holdsWord("p.") { return "p." }
        if text.holdsWord("v.") { return "v." }
        if text.holdsWord("ill.") { return "ill." }
        return text.holdsWord("col.") ? "col." : nil
    }
}
