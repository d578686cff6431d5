internal import MARC
internal import MARC21
public import Update

/// A linking entry without any number by which the other record can be found.
///
/// Source: MARC 21 Format for Bibliographic Data, 760-787.
public struct LinkingEntryWithoutNumber: FieldRule {
    public static let code = DefectCode(
        "validate.linking-entry-without-number", .info, .noted,
        what: "A field that links another title, 760 to 787, has no control number, ISSN, ISBN or other number.",
        why: "The link can only be followed by searching for the title, which finds others of the same name.",
        done: "The field is kept as it is.",
        repair: "Add the number of the other record in $w, or the ISSN in $x, the ISBN in $z.",
        example: "=776  08$iOnline version:$aAuthor, A.$tTitle")
    public static let codes = [code]

    var tags: [TagPattern] { ["76X", "77X", "78X"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.codes.isDisjoint(with: "wxzoruy01"), !field.codes.isDisjoint(with: "tas") else { return }
        let subfield: Unicode.Scalar = field.has("t") ? "t" : "a"
        log.report(
            Self.code, at: field.place(), before: field.first(subfield),
            "\(field.name) has no number of the other record in $w, $x, $z or $o; add one")
    }
}
