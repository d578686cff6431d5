internal import MARC
public import Update

/// Two main entries of different kinds. One and the same tag twice is for `validate.field-repeated`.
public struct MainEntryRepeated: RecordRule {
    public static let code = DefectCode(
        "validate.main-entry-repeated", .minor, .noted,
        what: "The record has more than one main entry: two of the fields 100, 110, 111 and 130.",
        why: "A title is filed under one main entry; which one is shown is left to chance.",
        done: "The record is installed with both.",
        repair: "Keep one main entry and move the other to 700, 710, 711 or 730.",
        example: "=100  1\\$aAuthor, A.\n=110  2\\$aCorporation.")
    public static let codes = [code]

    private static let tags: InlineArray<4, Tag> = ["100", "110", "111", "130"]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let first = Self.entry(after: nil, record), let second = Self.entry(after: first.tag, record) else {
            return
        }
        log.report(
            Self.code, at: second.place(), before: second.subfield("a"),
            "the record has the main entries \(first.tag) and \(second.tag); move one of them to a 7XX field")
    }

    /// The first main entry whose tag comes after `tag`.
    private static func entry(after tag: Tag?, _ record: RecordCase) -> FieldView? {
        for index in tags.indices where tag.map({ tags[index] > $0 }) ?? true {
            if let field = record.first(tags[index]) { return field }
        }
        return nil
    }
}
