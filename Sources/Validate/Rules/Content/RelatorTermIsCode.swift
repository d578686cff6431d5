internal import MARC
internal import MARC21
public import Update

/// $e, where words stand, with a code of the list of relators.
public struct RelatorTermIsCode: FieldRule {
    public static let code = DefectCode(
        "validate.relator-term-is-code", .minor, .noted,
        what: "$e, which says in words what a person did, holds a relator code.",
        why: "Patrons read \"aut\" or \"ill\" behind the name.",
        done: "The field is kept as it is.",
        repair: "Move the code to $4, or write the word, as in \"author\".",
        example: "=700  1\\$aWriter, B.,$eaut")
    public static let codes = [code]

    var tags: [TagPattern] { ["100", "110", "700", "710", "720"] }
    var subfields: ASCIISet { "e" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("e") where subfield.value.count == 3 {
            guard let entry = CodeList.relators.entry(subfield.value) else { continue }
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is the code \(subfield.shown) (\(entry.label)); move it to $4, or write the word"
            )
        }
    }
}
