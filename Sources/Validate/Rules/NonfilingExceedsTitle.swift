internal import MARC
internal import MARC21
public import Update

/// An indicator that skips more characters in filing than the title has.
public struct NonfilingExceedsTitle: FieldRule {
    public static let code = DefectCode(
        "validate.nonfiling-exceeds-title", .minor, .noted,
        what: "The indicator for nonfiling characters skips the whole title in $a, or more.",
        why: "The title is filed under nothing: nobody finds it in a list of titles.",
        done: "The indicator is kept as it is.",
        repair: "Set the indicator to the length of the article and the blank behind it, 4 for The, or to 0.",
        example: "=245  19$aTitle /$cA. Author.")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    let tags: [TagPattern] = Nonfiling.tags
    var subfields: ASCIISet { ASCIISet([UInt8(ascii: "a")]) }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let skip = Nonfiling(field), skip.characters > 0, let title = field.field.subfield("a") else { return }
        let count = TitleOpening(title).count
        guard skip.characters >= count else { return }
        log.report(
            Self.code, at: field.place(indicator: skip.indicator), before: title,
            "\(field.name) skips \(skip.characters) characters in filing, and $a has \(count); correct indicator "
                + "\(skip.indicator)")
    }
}
