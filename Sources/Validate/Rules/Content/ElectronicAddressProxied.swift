internal import MARC
internal import MARC21
public import Update

/// 856 $u that goes through one library's proxy.
public struct ElectronicAddressProxied: FieldRule {
    public static let code = DefectCode(
        "validate.electronic-address-proxied", .minor, .noted,
        what: "The address in 856 $u goes through the proxy of one library.",
        why: "Patrons of all other libraries in the union catalogue are asked for a password that they have not.",
        done: "The field is kept as it is.",
        repair: "Export the address of the resource itself; let your own catalogue put the proxy before it.",
        example: "=856  40$uhttps://ezproxy.example.edu/login?url=https://example.org/book")
    public static let codes = [code]

    var tags: [TagPattern] { ["856", "857"] }
    var subfields: ASCIISet { "u" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("u") {
            let address = subfield.value
            guard address.holds("/login?url=") || address.holds("/login?qurl=") || Self.hasProxyHost(address) else {
                continue
            }
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) goes through a library's proxy (\(subfield.shown)); give the address of the resource itself"
            )
        }
    }

    /// Whether the host's name has `proxy` in it.
    private static func hasProxyHost(_ address: ByteView) -> Bool {
        guard let start = address.index(of: "://") else { return false }
        var end = start + 3
        while end < address.count, address[end] != UInt8(ascii: "/") { end += 1 }
        return address.slice(start + 3, end - start - 3).holds("ezproxy")
            || address.slice(start + 3, end - start - 3).holds("libproxy")
    }
}
