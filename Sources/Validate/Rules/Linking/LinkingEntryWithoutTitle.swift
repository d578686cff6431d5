internal import MARC
internal import MARC21
public import Update

/// A linking entry without title and heading.
///
/// Source: MARC 21 Format for Bibliographic Data, 760-787.
public struct LinkingEntryWithoutTitle: FieldRule {
    public static let code = DefectCode(
        "validate.linking-entry-without-title", .minor, .noted,
        what: "A field that links another title, 760 to 787, names neither a title nor a heading.",
        why: "Patrons see an empty link, or \"In:\" with nothing behind it.",
        done: "The field is kept as it is.",
        repair: "Add the title in $t, the main entry in $a or the uniform title in $s.",
        example: "=773  0\\$gVol. 2 (1990), p. 1-10")
    public static let codes = [code]

    var tags: [TagPattern] { ["76X", "77X", "78X"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.codes.isDisjoint(with: "tasp") else { return }
        log.report(
            Self.code, at: field.place(), before: field.field.subfields.first?.value,
            "\(field.name) names neither title ($t) nor heading ($a, $s); add one")
    }
}
