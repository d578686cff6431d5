internal import MARC
internal import MARC21
public import Update

/// 856 whose indicator 1 names another way of access than the address in $u.
public struct AccessMethodDisagrees: FieldRule {
    public static let code = DefectCode(
        "validate.access-method-disagrees", .info, .noted,
        what: "856 indicator 1 names a way of access (0 mail, 1 FTP, 4 HTTP), and $u starts with another.",
        why: "Systems that pick links by the indicator leave this one out or open it wrongly.",
        done: "The field is kept as it is.",
        repair: "Set indicator 1 to 4 for http and https, to 1 for ftp, to 0 for mailto.",
        example: "=856  10$uhttps://example.org/title")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["856"] }
    var subfields: ASCIISet { ASCIISet([UInt8(ascii: "u")]) }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let address = field.field.subfield("u"), let wanted = Self.method(address) else { return }
        let found = field.field.indicator1
        guard found != wanted, found == UInt8(ascii: "0") || found == UInt8(ascii: "1") || found == UInt8(ascii: "4")
        else { return }
        log.report(
            Self.code, at: field.place(indicator: 1), before: address,
            "\(field.name) has \(Words.character(found)) as indicator 1, and $u starts as addresses do that have "
                + "\(Words.character(wanted)) there")
    }

    private static func method(_ address: ByteView) -> UInt8? {
        if address.starts(with: "http://") || address.starts(with: "https://") { return UInt8(ascii: "4") }
        if address.starts(with: "ftp://") { return UInt8(ascii: "1") }
        return address.starts(with: "mailto:") ? UInt8(ascii: "0") : nil
    }
}
