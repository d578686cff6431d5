internal import MARC
internal import Update

/// 066, which lists the character sets of a MARC-8 record, in one that is Unicode.
enum CharacterSetsField: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .field066

    static func apply(to work: inout ScrubWork) {
        guard work.reading.isConverted || work.reading.isPlainMARC8 else {
            return work.dropFields(code, where: { $0.tag == "066" }) { _ in
                "066 lists character sets of MARC-8, but the record is Unicode; the field was left out"
            }
        }
        let count = work.record.withView { $0.fields("066" as TagPattern).count { _ in true } }
        work.record.removeFields { $0.tag == "066" }
        work.counts.characterSetFields += count
    }

    static let code = DefectCode(
        "scrub.character-sets-field", .info, .partDropped,
        what: "A Unicode record has field 066, which lists the character sets of a MARC-8 record.",
        why: "It says something about the record that is no longer true.",
        done: "The field was left out.",
        repair: "Set the export to leave 066 out of records in UTF-8.",
        example: "=066  \\\\$c(N")
}
