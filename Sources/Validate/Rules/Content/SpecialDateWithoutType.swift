internal import MARC
internal import MARC21
public import Update

/// 046 with dates in $b to $e and no $a, which says what kind of dates they are.
///
/// Source: MARC 21 Format for Bibliographic Data, 046.
public struct SpecialDateWithoutType: FieldRule {
    public static let code = DefectCode(
        "validate.special-date-without-type", .info, .noted,
        what: "046 has a date in $b, $c, $d or $e and no code for the type of date in $a.",
        why: "Programs that sort and limit by date pass over dates whose kind they do not know.",
        done: "The field is kept as it is.",
        repair: "Add $a with the code for the type of date, as 008/06 has it.",
        example: "=046  \\\\$c1990")
    public static let codes = [code]

    var tags: [TagPattern] { ["046"] }
    var subfields: ASCIISet { "bcde" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard !field.has("a"), let first = field.subfields("bcde").first(where: { _ in true }) else { return }
        field.report(
            Self.code, first, &log, "046 has \(Words.subfield(first.code)) and no $a; add the type of date in $a")
    }
}
