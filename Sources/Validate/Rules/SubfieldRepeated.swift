internal import MARC
internal import MARC21
public import Update

/// A subfield that may stand once in a field and stands several times: said once a code and field.
public struct SubfieldRepeated: DefinitionRule {
    public static let code = DefectCode(
        "validate.subfield-repeated", .minor, .noted,
        what: "A subfield that MARC 21 allows once in a field stands there several times.",
        why: "Many displays and indexes take only the first, so that part of the field stays unseen.",
        done: "All of them are kept.",
        repair: "Join the subfields into one, or repeat the field.",
        example: "=245  10$aTitle$aOther title /$cA. Author.")
    public static let codes = [code]

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.departingDefinition(.repetition) != nil else { return }
        for code in field.repeatedCodes.characters where field.norm.pointee.singleSubfields.contains(code) {
            let occurrences = field.field.subfields.filter { $0.code == code }
            log.report(
                Self.code, at: field.place(subfield: code), before: occurrences[1].value,
                "\(field.name) has subfield \(Words.subfield(code)) \(Words.times(occurrences.count)); "
                    + "MARC 21 allows it once in \(field.definedName)")
        }
    }
}
