internal import MARC
internal import Update

/// 856 indicator 1, which names the access method that the link itself ($u) begins with.
enum AccessMethodWrong: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "access-method"

    static func apply(to work: inout ScrubWork) {
        work.setIndicators(code) { field in
            guard field.tag == "856", field.subfield("2") == nil, let wanted = method(of: field) else { return nil }
            return .init(
                number: 1, value: wanted,
                message: "856 indicator 1 is \(IndicatorName.of(field.indicator1)), but $u is "
                    + "\(Bytes.display(field.subfield("u") ?? field.value, limit: 60)); set to \(IndicatorName.of(wanted))"
            )
        }
    }

    /// The method of all links of the field; nil where they differ or none is known.
    private static func method(of field: FieldView) -> UInt8? {
        let methods = Set(field.subfields.filter { $0.code == UInt8(ascii: "u") }.map { method(of: $0.value) })
        return methods.count == 1 ? methods.first ?? nil : nil
    }

    private static func method(of link: ByteView) -> UInt8? {
        let scheme = link.prefix { $0 != UInt8(ascii: ":") }.map { ByteContext.isUpper($0) ? $0 | 0x20 : $0 }
        switch String(decoding: scheme, as: UTF8.self) {
        case "http", "https": return UInt8(ascii: "4")
        case "ftp": return UInt8(ascii: "1")
        case "mailto": return UInt8(ascii: "0")
        default: return nil
        }
    }

    static let code = DefectCode(
        "scrub.access-method-wrong", .info, .repaired,
        what: "Indicator 1 of 856 names another access method than the link in $u begins with.",
        why: "Systems that show links by the indicator leave this one out.",
        done: """
            The indicator was set by the link: 4 for http and https, 1 for ftp, 0 for mail, as the contributor's profile \
            asks (repairs: [access-method]). A field with its method in $2 stays as it is.
            """,
        repair: "Set indicator 1 of 856 to 4 for links that begin with http or https.",
        example: "=856  \\0$uhttps://example.org/title")
}
