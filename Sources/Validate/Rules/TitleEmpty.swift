internal import MARC
public import Update

/// A 245 that says no title: neither $a nor, for archival material, $k with a letter or digit in it.
public struct TitleEmpty: RecordRule {
    public static let code = DefectCode(
        "validate.title-empty", .critical, .recordRejected,
        what: "Field 245 has neither a title in $a nor a form in $k, or nothing but punctuation there.",
        why: "Patrons would see a blank line instead of a title.",
        done: "The record is rejected; a version installed earlier stays.",
        repair: "Enter the title in 245 $a. Look whether it stands in another subfield, or behind a damaged delimiter.",
        example: "=245  10$a/$cA. Author.")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let title = record.first("245"), !Self.says(title.subfield("a")), !Self.says(title.subfield("k")) else {
            return
        }
        let found = title.subfield("a")
        log.report(
            Self.code, at: title.place(subfield: UInt8(ascii: "a")), before: found,
            found == nil
                ? "field 245 has no $a; enter the title there"
                : "245 $a holds nothing but \(Bytes.display(found ?? title.value)); enter the title there")
    }

    /// Whether there is a letter or digit of any script, which outside ASCII is taken for granted.
    private static func says(_ value: ByteView?) -> Bool {
        value?.contains { $0 >= 0x80 || $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 } ?? false
    }
}
