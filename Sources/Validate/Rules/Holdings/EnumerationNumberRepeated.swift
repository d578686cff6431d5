internal import MARC
internal import MARC21
public import Update

/// Two fields of issues with the same link and sequence number.
///
/// Source: MARC 21 Format for Holdings Data, 863-865, $8.
public struct EnumerationNumberRepeated: FieldRule {
    public static let code = DefectCode(
        "validate.enumeration-number-repeated", .info, .noted,
        what: "Two fields 863, 864 or 865 have the same number in $8, so that their order is not known.",
        why: "Issues are shown in the wrong order.",
        done: "The field is kept as it is.",
        repair: "Number the fields anew; most systems do so when the holdings are saved.",
        example: """
            =LDR  00000ny  a2200000zn 4500
            =853  20$81$av.
            =863  40$81.1$a12
            =863  40$81.1$a13
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["863", "864", "865"] }
    var subfields: ASCIISet { "8" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        // Records of hundreds of issues are let be, so that none takes long.
        guard let number = field.first("8"), field.occurrence < 500 else { return }
        for earlier in field.record.fields(field.tag) {
            if earlier.index >= field.field.index { return }
            guard let other = earlier.subfield("8"), other.equals(number) else { continue }
            return log.report(
                Self.code, at: field.place(subfield: UInt8(ascii: "8")), before: number,
                "\(field.tag) $8 \(Bytes.display(number)) stands in an earlier field, too; number the fields anew")
        }
    }
}
