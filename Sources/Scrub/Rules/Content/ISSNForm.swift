internal import MARC
internal import Update

/// An ISSN that is not in its form, in 022 $a and $l and in $x of series and linking entries: `12345679`, `ISSN 1234-5679`.
enum ISSNForm: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "issn-form"

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            guard isPlace(value), let (number, end) = number(in: value.bytes) else { return nil }
            // In series what follows may be the punctuation before $v.
            text = value.field.tag == "022" ? number : number + end
            guard !text.elementsEqual(value.bytes) else { return nil }
            return "\(value.name) is \(Bytes.display(value.bytes)), put in the form \(Bytes.display(text))"
        }
    }

    private static func isPlace(_ value: RecordValue) -> Bool {
        switch value.field.tag {
        case "022": return value.code == UInt8(ascii: "a") || value.code == UInt8(ascii: "l")
        case "490", "800", "810", "811", "830", "760"..."787": return value.code == UInt8(ascii: "x")
        default: return false
        }
    }

    /// The ISSN in its form and the punctuation behind it, where `value` is one, with a valid check digit and nothing
    /// else than its own name around it.
    private static func number(in value: ByteView) -> (number: [UInt8], end: [UInt8])? {
        var rest = value[...]
        if rest.count > 4, rest.prefix(4).elementsEqual("ISSN".utf8) { rest = rest.dropFirst(4) }
        rest = rest.drop { $0 == 0x20 || $0 == UInt8(ascii: ":") }
        var end = Array(
            rest.drop { ByteContext.isDigit($0) || $0 == UInt8(ascii: "-") || $0 | 0x20 == UInt8(ascii: "x") })
        let digits = rest.prefix(rest.count - end.count).filter { $0 != UInt8(ascii: "-") }
        if end.starts(with: "(ISSN)".utf8) || end.starts(with: " (ISSN)".utf8) {
            end = Array(end.drop { $0 != UInt8(ascii: ")") }.dropFirst())
        }
        guard
            end.allSatisfy({
                [0x20, UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: ",")].contains($0)
            }),
            hasValidCheckDigit(digits)
        else { return nil }
        let upper = digits.map { $0 == UInt8(ascii: "x") ? UInt8(ascii: "X") : $0 }
        return (Array(upper[..<4]) + [UInt8(ascii: "-")] + Array(upper[4...]), end)
    }

    /// Source: ISO 3297, annex A: weights 8 to 2, modulo 11, X for 10.
    private static func hasValidCheckDigit(_ digits: [UInt8]) -> Bool {
        guard digits.count == 8, digits.dropLast().allSatisfy(ByteContext.isDigit) else { return false }
        let sum = digits.dropLast().enumerated().reduce(0) { $0 + (8 - $1.offset) * Int($1.element - 0x30) }
        let check = (11 - sum % 11) % 11
        return check == 10 ? digits[7] | 0x20 == UInt8(ascii: "x") : Int(digits[7]) == check + 0x30
    }

    static let code = DefectCode(
        "scrub.issn-form", .minor, .repaired,
        what: "An ISSN in 022, or in $x of a series or linking entry, is valid but not written as 1234-5679.",
        why: "Programs that compare the subfield do not find the serial by its number.",
        done: "The number was put in its form, as the contributor's profile asks (repairs: [issn-form]).",
        repair: "Write ISSN as four digits, a hyphen, three digits and the check character, and nothing else.",
        example: "=022  0\\$aISSN 03178471")
}
