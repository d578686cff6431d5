internal import MARC
internal import MARC21
public import Update

/// $e with a capital at its start, in records catalogued in English; other languages have their own rule.
public struct RelatorTermCapitalized: FieldRule {
    public static let code = DefectCode(
        "validate.relator-term-capitalized", .info, .noted,
        what: "The word in $e that says what a person did starts with a capital letter.",
        why: "Lists of roles show \"Author\" and \"author\" as two.",
        done: "The field is kept as it is.",
        repair: "Write the word in small letters, as the list of relator terms has it.",
        example: "=700  1\\$aWriter, B.,$eAuthor")
    public static let codes = [code]

    var tags: [TagPattern] { ["100", "110", "700", "710"] }
    var subfields: ASCIISet { "e" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("e") {
            guard subfield.value.first?.isUpperCase == true, subfield.value.dropFirst().first?.isLowerCase == true,
                field.record.description.isEnglish, field.tag == field.judgedTag
            else { continue }
            field.report(
                Self.code, subfield, &log, "\(field.name(of: subfield)) is \(subfield.shown); write it in small letters"
            )
        }
    }
}
