internal import MARC
internal import MARC21
public import Update

/// 300 with the words of RDA in an English record by AACR2 that does not name RDA in 040 $e. Records that bear 336 to 338
/// as well are hybrids, which libraries and OCLC make on purpose.
///
/// Source: AACR2, Appendix B; PCC guidelines for enhancing and editing non-RDA records.
public struct RDAWordingInAACR2Record: FieldRule {
    public static let code = DefectCode(
        "validate.rda-wording-in-aacr2-record", .info, .noted,
        what: """
            300 says pages, volumes or illustrations, as RDA has it, and leader/18 says that the record follows \
            AACR2.
            """,
        why: "Programs that convert records between the two rules take the wrong way.",
        done: "The field is kept as it is.",
        repair: "Where the record follows RDA, enter rda in 040 $e and set leader/18 to i.",
        example: "=300  \\\\$a200 pages :$billustrations ;$c24 cm")
    public static let codes = [code]

    var tags: [TagPattern] { ["300"] }
    var subfields: ASCIISet { "ab" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.record.view.leader[18] == UInt8(ascii: "a"), field.tag == field.judgedTag,
            !Self.isHybrid(field.record)
        else { return }
        for subfield in field.subfields("ab") {
            let text = subfield.value
            guard text.holdsWord("pages") || text.holdsWord("volumes") || text.holdsWord("illustrations"),
                field.record.description.isAACR2
            else { continue }
            return field.report(
                Self.code, subfield, &log,
                "300 \(Words.subfield(subfield.code)) is \(subfield.shown), as RDA words it, in a record whose leader/18 is a; "
                    + "enter rda in 040 $e, or abbreviate")
        }
    }

    private static func isHybrid(_ record: RecordCase) -> Bool {
        record.has("336") || record.has("337") || record.has("338")
    }
}
