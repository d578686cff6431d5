internal import MARC
internal import MARC21
public import Update

/// 245 $h without square brackets around it.
///
/// Source: MARC 21 Format for Bibliographic Data, 245 $h.
public struct MediumNotBracketed: FieldRule {
    public static let code = DefectCode(
        "validate.medium-not-bracketed", .info, .noted,
        what: "The medium in 245 $h does not stand in square brackets.",
        why: "The display shows the word as part of the title.",
        done: "The field is kept as it is.",
        repair: "Write it as in [electronic resource], with brackets and before the mark that follows.",
        example: "=245  10$aTitle$hmicroform /$cA. Author.")
    public static let codes = [code]

    var tags: [TagPattern] { ["245"] }
    var subfields: ASCIISet { "h" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("h") {
            let text = subfield.value.trimmed
            if text.first == UInt8(ascii: "["), text.contains(UInt8(ascii: "]")) { continue }
            guard field.record.description.hasPunctuation else { continue }
            field.report(
                Self.code, subfield, &log, "245 $h is \(subfield.shown), which should stand in square brackets")
        }
    }
}
