internal import MARC
internal import MARC21
public import Update

/// An 880 whose indicators are not those of the field that it stands for. Nonfiling characters are counted in each
/// script for itself.
///
/// Source: MARC 21 Format for Bibliographic Data, 880.
public struct LinkageIndicatorsDiffer: FieldRule {
    public static let code = DefectCode(
        "validate.linkage-indicators-differ", .info, .noted,
        what: "The indicators of 880 differ from those of the field whose original script it holds.",
        why: "The two forms of a heading are filed and shown by different rules.",
        done: "The field is kept as it is.",
        repair: "Set the indicators of both fields to the same values.",
        example: """
            =700  1\\$6880-01$aWriter, B.
            =880  0\\$6700-01$aПисатель
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["880"] }
    var subfields: ASCIISet { "6" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.tag == "880", let mate = Linkage.mate(of: field), let definition = field.definition else { return }
        let own = (field.field.indicator1, field.field.indicator2)
        let first = definition.nonfilingIndicator != 1 && own.0 != mate.indicator1
        // The thesaurus of a subject is often not that of its original script.
        let isCounted = definition.nonfilingIndicator == 2 || mate.tag.first == UInt8(ascii: "6")
        guard first || !isCounted && own.1 != mate.indicator2 else { return }
        log.report(
            Self.code, at: field.place(indicator: first ? 1 : 2), before: [first ? own.0 : own.1],
            "\(field.name) has \(Words.character(first ? own.0 : own.1)) as indicator \(first ? 1 : 2), its \(mate.tag) "
                + "\(Words.character(first ? mate.indicator1 : mate.indicator2)); set both to the same")
    }
}
