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
        guard let definition = field.definition, definition.sourceIndicator > 0 else { return nil }
        indicator = Int(definition.sourceIndicator)
        value = indicator == 1 ? field.field.indicator1 : field.field.indicator2
        asks = value == definition.sourceIndicatorValue
    }

    /// The fields with such an indicator, in any format.
    static let tags: [TagPattern] = Array(
        Set(
            [Format.bibliographic, .holdings, .authority].flatMap { format in
                format.fields.filter { $0.sourceIndicator > 0 }.map { TagPattern(Tag(rawValue: $0.tag)) }
            }))
}
