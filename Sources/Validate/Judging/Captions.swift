internal import MARC
internal import MARC21

/// How the issues of a serial in 863 to 865 find their captions in 853 to 855 by the number in $8.
///
/// Source: MARC 21 Format for Holdings Data, 853-855, 863-865, "Pairing".
enum Captions {
    /// The number of the caption in $8 of a field; nil where there is none.
    static func link(of field: FieldView) -> UInt32? { field.subfield("8").flatMap { FieldLinkSubfield($0) }?.link }

    /// 853 for 863, and so on.
    static func tag(for field: FieldCase) -> Tag { TagNumber.tag(field.number - 10) }

    /// 863 for 853, and so on.
    static func enumeration(_ number: Int) -> Tag { TagNumber.tag(number + 10) }

    /// The caption with the number `link` for a field of issues; nil where there is none, or the record has hundreds.
    static func caption(_ link: UInt32, for field: FieldCase) -> FieldView? {
        let tag = tag(for: field)
        guard field.record.count(tag) < 200 else { return nil }
        return field.record.fields(tag).first { Self.link(of: $0) == link }
    }

    /// Whether no earlier field of the same tag belongs to the same caption: for what is said once a caption.
    static func isFirst(_ field: FieldCase, _ link: UInt32) -> Bool {
        guard field.occurrence < 1_000 else { return false }
        for earlier in field.record.fields(field.tag) {
            if earlier.index >= field.field.index { return true }
            if Self.link(of: earlier) == link { return false }
        }
        return true
    }

    private static let numbered: InlineArray<6, Tag> = ["853", "854", "855", "863", "864", "865"]

    /// Whether the record has captions.
    static func hasAny(_ record: RecordCase) -> Bool { record.has("853") || record.has("854") || record.has("855") }

    /// Whether a caption or an issue has the number `link`.
    static func isKnown(_ link: UInt32, _ record: RecordCase) -> Bool {
        for index in numbered.indices {
            for field in record.fields(numbered[index]).prefix(200) where Self.link(of: field) == link { return true }
        }
        return false
    }

    /// Whether issues are named, one by one or in words.
    static func hasStatement(_ record: RecordCase) -> Bool {
        record.has("863") || record.has("864") || record.has("865") || record.has("866") || record.has("867")
            || record.has("868")
    }
}
