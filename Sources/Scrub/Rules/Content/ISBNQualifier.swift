internal import MARC
internal import Update

/// 020 $a or $z with the binding or volume behind the number: `0123456789 (pbk.)`.
enum ISBNQualifier: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .field020

    static func apply(to work: inout ScrubWork) {
        let found = work.subfields { value in
            LinkedTag.of(value.field) == "020" && (value.code == UInt8(ascii: "a") || value.code == UInt8(ascii: "z"))
                && value.bytes.contains(UInt8(ascii: "("))
        }
        // From the last to the first, because qualifiers are inserted behind the number.
        var reports: [(SubfieldPlace, QualifiedISBN)] = []
        for subfield in found.reversed() {
            let hasPrice = work.record.withView { $0.fields[subfield.field].subfield("c") != nil }
            guard let parts = QualifiedISBN(subfield.value, mayHavePrice: !hasPrice) else { continue }
            split(subfield, parts, &work)
            reports.append((subfield, parts))
        }
        for (subfield, parts) in reports.reversed() {
            work.report(
                code, at: subfield.place, before: subfield.value,
                after: parts.text(code: subfield.place.subfield ?? 0x61),
                "\(subfield.name) holds more than the number; the qualifier was moved to $q")
        }
    }

    private static func split(_ subfield: SubfieldPlace, _ parts: QualifiedISBN, _ work: inout ScrubWork) {
        work.record.setSubfield(subfield.subfield, of: subfield.field, to: parts.number)
        for (index, part) in parts.rest.enumerated() {
            work.record.insertSubfield(part.code, part.value, at: subfield.subfield + 1 + index, of: subfield.field)
        }
    }

    static let code = DefectCode(
        "scrub.isbn-qualifier", .info, .repaired,
        what: "In field 020 the binding, volume or publisher stands behind the ISBN in the same subfield.",
        why: "Programs that take the subfield for the number do not find the title by its ISBN.",
        done: "The words in parentheses were moved to $q, and a price behind a colon to $c.",
        repair: "Move qualifiers to $q in the library's system.",
        example: "=020  \\\\$a0306406152 (pbk.)")
}

/// An ISBN and what stands behind it, where nothing of it is in doubt.
struct QualifiedISBN {
    let number: [UInt8]
    /// $q for each pair of parentheses, $c for a price.
    private(set) var rest: [(code: UInt8, value: [UInt8])] = []

    /// nil unless `value` is ten or thirteen digits, hyphens or blanks among them, then words in parentheses, then
    /// nothing, the colon that stands before $c, or a price.
    init?(_ value: [UInt8], mayHavePrice: Bool) {
        guard let open = value.firstIndex(of: UInt8(ascii: "(")) else { return nil }
        number = Self.trimmed(value[..<open])
        guard Self.isNumber(number) else { return nil }
        var position = open
        while position < value.count, value[position] == UInt8(ascii: "(") {
            guard let end = Self.end(ofParenthesesAt: position, in: value) else { return nil }
            rest.append((UInt8(ascii: "q"), Array(value[position..<end])))
            position = end
            while position < value.count, value[position] == 0x20 { position += 1 }
        }
        guard take(Self.trimmed(value[position...]), mayHavePrice: mayHavePrice) else { return nil }
    }

    /// Takes what stands behind the last parenthesis; false where it is something else than punctuation or a price.
    private mutating func take(_ end: [UInt8], mayHavePrice: Bool) -> Bool {
        guard let first = end.first else { return true }
        guard first == UInt8(ascii: ":") else { return take(punctuation: end) }
        let price = Self.trimmed(end.dropFirst())
        guard mayHavePrice || price.isEmpty else { return false }
        rest[rest.count - 1].value += Array(" :".utf8)
        if !price.isEmpty { rest.append((UInt8(ascii: "c"), price)) }
        return !price.contains(UInt8(ascii: "("))
    }

    private mutating func take(punctuation end: [UInt8]) -> Bool {
        guard end.count == 1, [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(end[0]) else {
            return false
        }
        rest[rest.count - 1].value += end
        return true
    }

    /// The offset behind the parenthesis that closes the one at `start`; nil where there is none or one inside another.
    private static func end(ofParenthesesAt start: Int, in value: [UInt8]) -> Int? {
        guard let close = value[(start + 1)...].firstIndex(of: UInt8(ascii: ")")), close > start + 1,
            !value[(start + 1)..<close].contains(UInt8(ascii: "("))
        else { return nil }
        return close + 1
    }

    private static func isNumber(_ bytes: [UInt8]) -> Bool {
        let digits = bytes.filter { $0 != UInt8(ascii: "-") && $0 != 0x20 }
        guard digits.count == 10 || digits.count == 13 else { return false }
        let isX = digits.count == 10 && digits[9] | 0x20 == UInt8(ascii: "x")
        return digits.dropLast(isX ? 1 : 0).allSatisfy(ByteContext.isDigit)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Array(bytes.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
    }

    /// As the field now holds it: `0123456789$q(pbk.)`.
    func text(code: UInt8) -> [UInt8] {
        rest.reduce(into: [UInt8(ascii: "$"), code] + number) { $0 += [UInt8(ascii: "$"), $1.code] + $1.value }
    }
}
