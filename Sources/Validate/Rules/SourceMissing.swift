internal import MARC
internal import MARC21
public import Update

/// An indicator that says "source in $2", without $2.
public struct SourceMissing: FieldRule {
    public static let code = DefectCode(
        "validate.source-missing", .minor, .noted,
        what: "An indicator says that $2 names the source of the heading, number or code, and the field has no $2.",
        why: "Nobody can tell which list the term comes from: it is not brought together with its like.",
        done: "The field is kept as it is.",
        repair: "Add the code of the source in $2, or set the indicator to the value for the list.",
        example: "=650  \\7$aCats")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    let tags: [TagPattern] = SourceIndicator.tags

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let source = SourceIndicator(field), source.asks, !field.codes.contains(UInt8(ascii: "2")) else { return }
        log.report(
            Self.code, at: field.place(indicator: source.indicator), before: [source.value],
            "\(field.name) has \(Words.character(source.value)) as indicator \(source.indicator), which announces a source in "
                + "$2, and there is no $2")
    }
}
