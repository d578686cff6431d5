internal import MARC
internal import Update

/// 020 $a with a number of ten or thirteen digits that is no ISBN, for its check digit is wrong.
enum ISBNInvalid: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .field020
    static let repair: OptionalRepair? = "invalid-isbn"

    static func apply(to work: inout ScrubWork) {
        let found = work.subfields { value in
            value.field.tag == "020" && value.code == UInt8(ascii: "a") && isInvalid(value.bytes)
                && value.field.subfields.count { $0.code == UInt8(ascii: "a") } == 1
        }
        for subfield in found {
            work.record.setCode(of: subfield.subfield, of: subfield.field, to: UInt8(ascii: "z"))
            work.report(
                code, at: subfield.place, before: [UInt8(ascii: "$"), UInt8(ascii: "a")] + subfield.value,
                after: [UInt8(ascii: "$"), UInt8(ascii: "z")] + subfield.value,
                "\(subfield.name) is \(Bytes.display(subfield.value)), whose check digit is wrong; moved to $z (invalid "
                    + "number)")
        }
    }

    private static func isInvalid(_ value: ByteView) -> Bool {
        let digits = value.filter { $0 != UInt8(ascii: "-") && $0 != 0x20 }
        let isX = digits.last.map { $0 | 0x20 } == UInt8(ascii: "x")
        guard digits.dropLast(isX ? 1 : 0).allSatisfy(ByteContext.isDigit) else { return false }
        func number(_ index: Int) -> Int { index == 9 && isX ? 10 : Int(digits[index] &- 0x30) }
        switch digits.count {
        case 10: return (0..<10).reduce(0) { $0 + (10 - $1) * number($1) } % 11 != 0
        case 13: return !isX && (0..<13).reduce(0) { $0 + ($1 % 2 == 0 ? 1 : 3) * number($1) } % 10 != 0
        default: return false
        }
    }

    static let code = DefectCode(
        "scrub.isbn-invalid", .minor, .repaired,
        what: "The check digit of the ISBN in 020 $a is wrong, and 020 $z is the place of invalid numbers.",
        why: "A wrong number matches a record of another title; in $z it can be searched and does no harm.",
        done: "The number was moved from $a to $z, as the contributor's profile asks (repairs: [invalid-isbn]).",
        repair: "Compare the number with the item: correct a typing error, or move the number to $z.",
        example: "=020  \\\\$a0306406153")
}
