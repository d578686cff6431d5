internal import MARC
public import Update

/// A 001 in OCLC's form that 003 gives to somebody else.
public struct ControlNumberSourceDisagrees: RecordRule {
    public static let code = DefectCode(
        "validate.control-number-source-disagrees", .info, .noted,
        what: "Field 001 has a number in OCLC's form (ocm, ocn, on), and field 003 says that it is another system's.",
        why: "Records that share an OCLC number describe one title; where 003 denies it they are not brought together.",
        done: "The record is installed as it is; the number makes no key for matching.",
        repair: "Set 003 to OCoLC where 001 is OCLC's number, or put the system's own number into 001.",
        example: "=003  DLC")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let source = record.first("003"), !source.value.equals("OCoLC"), let control = record.first("001"),
            Self.isOCLC(control.value)
        else { return }
        log.report(
            Self.code, at: source.place(), before: source.value,
            "001 is \(Bytes.display(control.value)), a number in OCLC's form, and 003 is '\(Bytes.display(source.value))' "
                + "instead of OCoLC")
    }

    /// `ocm` and 8 digits, `ocn` and 9, `on` and 10 or more.
    private static func isOCLC(_ value: ByteView) -> Bool {
        let prefix = value.starts(with: "ocm") || value.starts(with: "ocn") ? 3 : value.starts(with: "on") ? 2 : 0
        guard prefix > 0 else { return false }
        var end = value.count
        while end > prefix, value[end - 1] == 0x20 { end -= 1 }
        return end - prefix >= 8 && value.slice(prefix, end - prefix).allSatisfy { $0 &- 0x30 < 10 }
    }
}
