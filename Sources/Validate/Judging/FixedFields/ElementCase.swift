internal import MARC
internal import MARC21
internal import Update

/// An element of 006, 007 or 008 that departs from its format, as rules see it.
struct ElementCase {
    let record: RecordCase
    let field: FieldView
    let form: UnsafePointer<FixedFieldForm>
    let element: FixedFieldPosition
    let fault: FixedFieldFault
    let departure: Departure

    /// In which way an element departs. Each has its rule.
    enum Departure: Int, CaseIterable {
        /// A code that was withdrawn.
        case obsolete
        /// A language or country that was withdrawn.
        case obsoleteLanguage, obsoleteCountry
        /// A position without meaning that holds something.
        case undefinedPosition
        /// The fill character over part of an element, or where it is not allowed.
        case fill
        /// A hyphen or number sign, as people type for a blank.
        case hyphen
        /// A letter whose lower case would be a code.
        case upperCase
        /// A year that is none.
        case date
        case language, country
        /// A code that the format does not define.
        case code
    }

    init(
        _ record: RecordCase, _ field: FieldView, _ form: UnsafePointer<FixedFieldForm>, _ element: FixedFieldPosition,
        _ fault: FixedFieldFault
    ) {
        self.record = record
        self.field = field
        self.form = form
        self.element = element
        self.fault = fault
        let code = field.value.slice(fault.first, fault.last &- fault.first &+ 1)
        departure =
            fault.standing == .obsolete ? Self.obsolete(element) : Self.undefined(element, code, code.first ?? 0x20)
    }

    private static func obsolete(_ element: FixedFieldPosition) -> Departure {
        switch element.list?.name {
        case "languages": .obsoleteLanguage
        case "countries": .obsoleteCountry
        default: .obsolete
        }
    }

    private static func undefined(_ element: FixedFieldPosition, _ code: ByteView, _ first: UInt8) -> Departure {
        let isHyphen = first == UInt8(ascii: "-") || first == UInt8(ascii: "#")
        if element.isUndefined { return isHyphen ? .hyphen : .undefinedPosition }
        if isUpperCase(code, of: element) { return .upperCase }
        switch (element.pattern, element.list?.name) {
        case (.year, _), (.yearOrMonth, _): return .date
        case (_, "languages"): return .language
        case (_, "countries"): return .country
        default: break
        }
        if code.contains(UInt8(ascii: "|")) { return .fill }
        return isHyphen ? .hyphen : .code
    }

    /// The place of the first character concerned.
    var place: FieldPlace { field.place(position: fault.first) }
    /// The characters concerned.
    var code: ByteView { field.value.slice(fault.first, fault.last &- fault.first &+ 1) }
    /// All characters of the element.
    var value: ByteView { field.value.slice(element.first, element.count) }

    /// `008/22 (Target audience)`, with the form where the field has several: `007/03 (Color) of a map`.
    var name: String {
        let positions =
            fault.first == fault.last
            ? Words.twoDigits(fault.first) : "\(Words.twoDigits(fault.first))-\(Words.twoDigits(fault.last))"
        return
            "\(field.tag)/\(positions) (\(element.label)\(form.pointee.label.isEmpty ? "" : ", \(form.pointee.label)"))"
    }

    /// The character in words, or the code in quotes.
    var codeInWords: String {
        if code.count == 1, let only = code.first { return Words.character(only) }
        return code.allSatisfy { $0 == 0x20 } ? "blank" : "'\(Bytes.display(code))'"
    }

    /// `blank, a-g, j`: the codes that may stand there; nil where they are many or longer than a character.
    var expected: String? {
        guard element.unit == 1 || element.count == 1, element.list == nil, element.pattern == nil,
            !element.codes.entries.isEmpty
        else { return nil }
        return Words.list(element.codes.currentCharacters)
    }

    /// The code with its letters in lower case.
    var lowerCased: [UInt8] { Self.lowerCased(code) }

    private static func lowerCased(_ code: ByteView) -> [UInt8] { code.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 } }

    private static func isUpperCase(_ code: ByteView, of element: FixedFieldPosition) -> Bool {
        guard code.contains(where: { $0 &- 0x41 < 26 }) else { return false }
        return lowerCased(code).withUnsafeBufferPointer { element.entry($0)?.standing == .current }
    }
}
