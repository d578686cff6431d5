internal import MARC
internal import Update

/// 010 $a that is an LCCN, but not set out by position: `93-1234`, `93001234`, `n79021164`.
///
/// Source: MARC 21 Format for Bibliographic Data, 010, "LC control number structure": three characters of prefix and
/// eight digits up to 2000, two characters of prefix and ten digits since 2001.
enum LCCNForm: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "lccn-form"

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            guard value.field.tag == "010", value.code == UInt8(ascii: "a"), let form = form(of: value.bytes),
                !form.elementsEqual(value.bytes)
            else { return nil }
            text = form
            return "\(value.name) is \(Bytes.display(value.bytes)), set out by position it is '\(Bytes.display(form))'"
        }
    }

    /// The number set out by position, what stands behind it kept; nil where it is none.
    private static func form(of value: ByteView) -> [UInt8]? {
        let rest = value.drop { $0 == 0x20 }
        let prefix = rest.prefix { ByteContext.isLetter($0) }.map { $0 | 0x20 }
        let number = rest.dropFirst(prefix.count).drop { $0 == 0x20 }
        let year = number.prefix { ByteContext.isDigit($0) }
        var behind = number.dropFirst(year.count)
        var digits = Array(year)
        if behind.first == UInt8(ascii: "-") {
            let serial = behind.dropFirst().prefix { ByteContext.isDigit($0) }
            guard year.count == 2 || year.count == 4, (1...6).contains(serial.count) else { return nil }
            digits += Array(repeating: 0x30, count: 6 - serial.count) + serial
            behind = behind.dropFirst(1 + serial.count)
        }
        let width = digits.count == 8 ? 3 : digits.count == 10 ? 2 : 0
        guard width > 0, prefix.count <= width, isSuffix(behind) else { return nil }
        if width == 2, !digits.starts(with: "20".utf8) { return nil }
        return prefix + Array(repeating: 0x20, count: width - prefix.count) + digits + behind
    }

    /// Nothing, the blank of the supplement number, or a suffix or revision date: `/AC/r932`, ` //r86`.
    private static func isSuffix(_ bytes: Slice<ByteView>) -> Bool {
        let rest = bytes.drop { $0 == 0x20 }
        return rest.isEmpty || rest.first == UInt8(ascii: "/")
    }

    static let code = DefectCode(
        "scrub.lccn-form", .info, .repaired,
        what: "The Library of Congress control number in 010 $a is not set out by position.",
        why: "Programs that read the number by position take part of it, and do not find the record at LC.",
        done: """
            The same number was set out by position: prefix, blanks, digits; as the contributor's profile asks \
            (repairs: [lccn-form]).
            """,
        repair: "Write the number as LC does: three characters of prefix and eight digits, or two and ten.",
        example: "=010  \\\\$a93-1234")
}
