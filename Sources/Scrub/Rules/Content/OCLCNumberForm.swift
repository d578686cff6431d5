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
            guard !text.elementsEqual(value.bytes) else { return nil }
            return "\(value.name) is \(Bytes.display(value.bytes)), in its plain form \(Bytes.display(text))"
        }
    }

    /// The digits of the number; nil where `value` is not `(OCoLC)`, a prefix or none, and digits, blanks around them or not.
    private static func number(in value: ByteView) -> Slice<ByteView>? {
        guard value.starts(with: "(OCoLC)") else { return nil }
        var rest = value.dropFirst(7).drop { $0 == 0x20 }
        while rest.last == 0x20 { rest = rest.dropLast() }
        for prefix in ["ocm", "ocn", "on"] where rest.starts(with: prefix.utf8) {
            rest = rest.dropFirst(prefix.utf8.count)
            break
        }
        let digits = rest.drop { $0 == UInt8(ascii: "0") }
        return !digits.isEmpty && digits.allSatisfy(ByteContext.isDigit) ? digits : nil
    }

    static let code = DefectCode(
        "scrub.oclc-number-form", .info, .repaired,
        what: "An OCLC number in 035 is written with the prefix ocm, ocn or on, with leading zeros or with blanks.",
        why: "The same number in two forms does not match, so that one title is listed twice.",
        done: "The number was put in its plain form: (OCoLC) and digits.",
        repair: "Nothing has to be done; records downloaded from OCLC anew have the plain form.",
        example: "=035  \\\\$a(OCoLC)ocm01234567")
}
