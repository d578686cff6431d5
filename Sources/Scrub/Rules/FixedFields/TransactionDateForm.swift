internal import MARC
internal import MARC21
internal import Update

/// 005 that is a date and time, but not written as yyyymmddhhmmss.f.
enum TransactionDateForm: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "transaction-date-form"

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            guard value.field.tag == "005", !isInForm(Array(value.bytes)), let form = form(of: value.bytes) else {
                return nil
            }
            text = form
            return "005 is \(Bytes.display(value.bytes)), put in the form \(Bytes.display(form))"
        }
    }

    /// The same date and time in the form; nil unless all digits up to the seconds are there.
    private static func form(of value: ByteView) -> [UInt8]? {
        let trimmed = value.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed()
        let digits = trimmed.filter { ByteContext.isDigit($0) }
        let hasOnlyMarks = trimmed.allSatisfy { ByteContext.isDigit($0) || " .:-T/Z".utf8.contains($0) }
        guard hasOnlyMarks, (14...17).contains(digits.count) else { return nil }
        let form = Array(digits.prefix(14)) + [UInt8(ascii: "."), digits.count > 14 ? digits[14] : 0x30]
        return isInForm(form) ? form : nil
    }

    private static func isInForm(_ value: [UInt8]) -> Bool {
        value.withUnsafeBufferPointer { FixedFieldPattern.dateAndTime.matches($0) }
    }

    static let code = DefectCode(
        "scrub.transaction-date-form", .info, .repaired,
        what: "Field 005 holds a date and time, but not in the form yyyymmddhhmmss.f.",
        why: "Programs that compare the date of two copies of a record to keep the newer one cannot read it.",
        done:
            "The same date and time were put in the form, as the contributor's profile asks (repairs: [transaction-date-form]).",
        repair: "Set the export to write 005 as 16 characters: 20261125093000.0.",
        example: "=005  20240131093000")
}
