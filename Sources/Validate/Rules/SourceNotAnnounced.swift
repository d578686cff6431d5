internal import MARC
internal import MARC21
public import Update

/// A $2 in a field whose indicator names another source. In 082 and 083 $2 is the edition, whatever the indicator says.
public struct SourceNotAnnounced: FieldRule {
    public static let code = DefectCode(
        "validate.source-not-announced", .info, .noted,
        what:
            "The field names a source in $2, and its indicator says that the source is another one, or does not say it.",
        why: "Most programs go by the indicator alone: the term counts as one of another list.",
        done: "The field is kept as it is.",
        repair: "Set the indicator to 7, or remove $2.",
        example: "=650  \\0$aCats$2mesh")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    let tags: [TagPattern] = SourceIndicator.tags.filter { $0 != "082" && $0 != "083" }
    var subfields: ASCIISet { ASCIISet([UInt8(ascii: "2")]) }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let source = SourceIndicator(field), !source.asks else { return }
        log.report(
            Self.code, at: field.place(indicator: source.indicator), before: field.field.subfield("2"),
            "\(field.name) has the source \(Bytes.display(field.field.subfield("2") ?? .init(start: nil, count: 0))) in $2, and "
                + "\(Words.character(source.value)) as indicator \(source.indicator), which does not announce it")
    }
}
