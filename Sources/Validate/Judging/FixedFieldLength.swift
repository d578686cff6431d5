internal import MARC
internal import MARC21

/// An 008 that has not the length of its format, and what that means for its positions.
struct FixedFieldLength {
    let field: FieldView
    let expected: Int
    let isShifted: Bool

    /// nil where there is no 008, or one of the right length.
    init?(_ record: RecordCase) {
        guard let field = record.first("008") else { return nil }
        let expected = record.kind == .holdings ? 32 : 40
        guard field.value.count != expected else { return nil }
        self.field = field
        self.expected = expected
        isShifted = record.kind == .bibliographic && !Self.hasLanguageInPlace(field.value)
    }

    /// `field 008 has 39 characters instead of 40`.
    var sentence: String { "field 008 has \(field.value.count) characters instead of \(expected)" }

    /// Whether positions 35–37 hold a language code, blanks or the fill character, or were cut off as a whole with the rest
    /// before them in place: the country at 15–17 then decides.
    private static func hasLanguageInPlace(_ value: ByteView) -> Bool {
        if value.count >= 38 { return stands(value.slice(35, 3), in: .languages) }
        return value.count >= 18 && stands(value.slice(15, 3), in: .countries)
    }

    private static func stands(_ code: ByteView, in list: CodeList) -> Bool {
        code.equals("   ") || code.equals("|||") || list.standing(of: code) != .undefined
    }
}
