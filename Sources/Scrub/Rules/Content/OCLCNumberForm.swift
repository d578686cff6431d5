internal import MARC
internal import Update

/// 035 with an OCLC number that bears the prefix or zeros of OCLC's control field: `(OCoLC)ocm01234567`.
enum OCLCNumberForm: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .field035

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            guard value.field.tag == "035", value.code == UInt8(ascii: "a") || value.code == UInt8(ascii: "z"),
                let number = number(in: value.bytes)
            else { return nil }
            text.append(contentsOf: "(OCoLC)".utf8)
            text.append(contentsOf: number)
            return "\(value.name) is \(Bytes.display(value.bytes)), in its plain form \(Bytes.display(text))"
        }
    }

    /// The digits of the number where it is not in its plain form; nil where it is, and where `value` is not `(OCoLC)`, a prefix
    /// or none, and digits, blanks around them or not.
    private static func number(in value: ByteView) -> ByteView? {
        guard value.starts(with: "(OCoLC)") else { return nil }
        var (start, end) = (7, value.count)
        while start < end, value[start] == 0x20 { start += 1 }
        while end > start, value[end - 1] == 0x20 { end -= 1 }
        let rest = value.slice(start, end - start)
        start += rest.starts(with: "ocm") || rest.starts(with: "ocn") ? 3 : rest.starts(with: "on") ? 2 : 0
        while start < end, value[start] == UInt8(ascii: "0") { start += 1 }
        let digits = value.slice(start, end - start)
        guard digits.count < value.count - 7, !digits.isEmpty, digits.allSatisfy(ByteContext.isDigit) else {
            return nil
        }
        return digits
    }

    static let code = DefectCode(
        "scrub.oclc-number-form", .info, .repaired,
        what: "An OCLC number in 035 is written with the prefix ocm, ocn or on, with leading zeros or with blanks.",
        why: "The same number in two forms does not match, so that one title is listed twice.",
        done: "The number was put in its plain form: (OCoLC) and digits.",
        repair: "Nothing has to be done; records downloaded from OCLC anew have the plain form.",
        example: "=035  \\\\$a(OCoLC)ocm01234567")
}
