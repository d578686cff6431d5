internal import MARC
internal import MARC21
public import Update

/// 040 $b that is in no list of languages.
///
/// Source: MARC Code List for Languages.
public struct CatalogingLanguageUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.cataloging-language-undefined", .info, .noted,
        what: "The language of cataloguing in 040 $b is not in the MARC list of languages, or was withdrawn from it.",
        why: "Records of several cataloguing languages cannot be told apart, and rules about wording are not applied.",
        done: "The field is kept as it is.",
        repair: "Enter the code of the language in which your notes are written, as in eng or fre.",
        example: "=040  \\\\$aDLC$ben$cDLC")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["040"] }
    var subfields: ASCIISet { "b" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("b") where !CodeList.languages.contains(subfield.value) {
            field.report(
                Self.code, subfield, &log,
                "040 $b is \(subfield.shown), which is not in the MARC list of languages"
                    + (CodeList.languages.successor(of: subfield.value).map { "; use \($0)" } ?? ""))
        }
    }
}
