internal import MARC
public import Update

/// 245 indicator 1 that asks for no entry under the title although the main entry is a name. The other way round, 1 in a
/// record without a main entry, costs nobody a title and is what many libraries enter always: it is not reported. Under a
/// uniform title in 130 the title may be the same, and is left out with good reason. So it is where a uniform title in 240
/// stands for one such as `Symphonies`, and in archival descriptions, whose titles say no more than `papers`.
public struct TitleAddedEntryDisagrees: FieldRule {
    public static let code = DefectCode(
        "validate.title-added-entry-disagrees", .info, .noted,
        what: "245 indicator 1 asks for no entry under the title although the record has a name as its main entry.",
        why: "Systems that build their list of titles by the indicator leave the title out.",
        done: "The indicator is kept as it is.",
        repair: "Set the indicator to 1 where the record has a field 100, 110 or 111.",
        example: "=100  1\\$aAuthor, A.\n=245  00$aTitle /$cA. Author.")
    public static let codes = [code]

    var tags: [TagPattern] { ["245"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.tag == "245", field.field.indicator1 == UInt8(ascii: "0") else { return }
        let record = field.record
        guard !record.has("240"), record.view.leader[8] != UInt8(ascii: "a"),
            record.view.leader.type != UInt8(ascii: "p")
        else { return }
        let main = record.first("100") ?? record.first("110") ?? record.first("111")
        guard let main else { return }
        log.report(
            Self.code, at: field.place(indicator: 1), before: [field.field.indicator1],
            "field 245 has 0 as indicator 1 although there is a main entry in \(main.tag); 1 is usual then")
    }
}
