internal import MARC
internal import Update

/// 022 $a that is an ISSN but not in its form: `12345679`, `ISSN 1234-5679 ;`. Where the profile asks for it.
enum ISSNForm: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .field022

    static func apply(to work: inout ScrubWork) {
        guard work.settings.optional.contains(.issnForm) else { return }
        work.rewrite(code) { value, text in
            guard value.field.tag == "022", value.code == UInt8(ascii: "a"), let number = number(in: value.bytes),
                !number.elementsEqual(value.bytes)
            else { return nil }
            text = number
            return "\(value.name) is \(Bytes.display(value.bytes)), put in the form \(Bytes.display(number))"
        }
    }

    /// The ISSN in its form, where `value` is one, with a valid check digit and nothing else than its own name around it.
    private static func number(in value: ByteView) -> [UInt8]? {
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
        return Array(upper[..<4]) + [UInt8(ascii: "-")] + Array(upper[4...])
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
        what: "The ISSN in 022 $a is valid but not written as 1234-5679.",
        why: "Programs that compare the subfield do not find the serial by its number.",
        done: "The number was put in its form, as the contributor's profile asks.",
        repair: "Write ISSN as four digits, a hyphen, three digits and the check character, and nothing else.")
}
