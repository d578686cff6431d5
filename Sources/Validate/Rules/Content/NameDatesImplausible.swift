internal import MARC
internal import MARC21
public import Update

/// The dates of a person who died before being born, or lived more than 120 years. Dates of activity, centuries and
/// other eras are let be.
///
/// Source: MARC 21 Format for Bibliographic Data, X00 $d.
public struct NameDatesImplausible: FieldRule {
    public static let code = DefectCode(
        "validate.name-dates-implausible", .minor, .noted,
        what: "The years in $d of a personal name are in the wrong order, or more than 120 years apart.",
        why: "The heading does not agree with the authority file: the person's works are shown under two names.",
        done: "The field is kept as it is.",
        repair: "Compare the dates with the authority record.",
        example: "=700  1\\$aWriter, B.,$d1990-1890")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["100", "400", "500", "600", "700", "800"] }
    var subfields: ASCIISet { "d" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("d") {
            guard let life = Self.life(subfield.value), life.death < life.birth || life.death - life.birth > 120 else {
                continue
            }
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown): a life from \(life.birth) to \(life.death); compare it with the "
                    + "authority record")
        }
    }

    /// Two years of four digits with a hyphen between them and nothing else but blanks and a mark at the end.
    private static func life(_ value: ByteView) -> (birth: Int, death: Int)? {
        let text = value.trimmingEnd(".,")
        guard text.count == 9, text[4] == UInt8(ascii: "-"), let birth = text.slice(0, 4).number,
            let death = text.slice(5, 4).number
        else { return nil }
        return (birth, death)
    }
}
