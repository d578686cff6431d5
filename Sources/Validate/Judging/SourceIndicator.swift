internal import MARC
internal import MARC21

/// The indicator of a field that says whether $2 names a source.
struct SourceIndicator {
    /// 1 or 2.
    let indicator: Int
    let value: UInt8
    /// Whether the value announces a source in $2.
    let asks: Bool

    /// nil where the field has no such indicator.
    init?(_ field: FieldCase) {
        let stated = Self.stated.start[TagNumber.of(field.judgedTag, of: field.record.kind)]
        guard stated.indicator > 0 else { return nil }
        indicator = Int(stated.indicator)
        value = indicator == 1 ? field.field.indicator1 : field.field.indicator2
        asks = value == stated.value
    }

    /// What the format says of a field.
    private struct Stated: Sendable {
        /// 0 where the field has no such indicator.
        var indicator: UInt8 = 0
        /// The value that announces a source.
        var value: UInt8 = 0
    }

    /// By tag number and kind of record.
    private static let stated = FlatTable(
        TagNumber.table { format, tag in
            guard let definition = format.described(tag.rawValue) else { return Stated() }
            return Stated(indicator: definition.sourceIndicator, value: definition.sourceIndicatorValue)
        })

    /// The fields with such an indicator, in any format.
    static let tags: [TagPattern] = Array(
        Set(
            [Format.bibliographic, .holdings, .authority].flatMap { format in
                format.fields.filter { $0.sourceIndicator > 0 }.map { TagPattern(Tag(rawValue: $0.tag)) }
            }))
}
