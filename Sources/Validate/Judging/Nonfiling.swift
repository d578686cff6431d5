internal import MARC
internal import MARC21

/// How many characters of a title its indicator skips in filing.
struct Nonfiling {
    /// 1 or 2: which indicator says so.
    let indicator: Int
    /// 0 to 9.
    let characters: Int

    /// nil where the field has no such indicator, or no digit in it.
    init?(_ field: FieldCase) {
        let place = Self.indicators.start[TagNumber.of(field.judgedTag, of: field.record.kind)]
        guard place > 0 else { return nil }
        let value = (place == 1 ? field.field.indicator1 : field.field.indicator2) &- 0x30
        guard value < 10 else { return nil }
        (indicator, characters) = (Int(place), Int(value))
    }

    /// By tag number and kind of record, the indicator; 0 where the field has none.
    private static let indicators = FlatTable(
        TagNumber.table { $0.described($1.rawValue)?.nonfilingIndicator ?? 0 })

    /// The fields with such an indicator, in any format.
    static let tags: [TagPattern] = [Format.bibliographic, .authority].flatMap { format in
        format.fields.filter { $0.nonfilingIndicator > 0 && !$0.isObsolete }.map { TagPattern(Tag(rawValue: $0.tag)) }
    }
}
