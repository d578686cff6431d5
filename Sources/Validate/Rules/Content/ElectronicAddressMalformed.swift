internal import MARC
internal import MARC21
public import Update

/// 856 $u that leads nowhere, as far as its characters tell.
///
/// Source: MARC 21 Format for Bibliographic Data, 856; ``URIForm``.
public struct ElectronicAddressMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.electronic-address-malformed", .minor, .noted,
        what: """
            The address in 856 $u has no scheme or no host, a blank in it, an ampersand written as &amp; or another \
            address behind it.
            """,
        why: "Patrons who follow the link reach nothing, or the wrong page.",
        done: "The field is kept as it is.",
        repair: """
            Correct the address so that it works when it is copied into a browser; give a second address a $u or \
            field of its own.
            """,
        example: "=856  40$uwww.example.org/book")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["856", "857"] }
    var subfields: ASCIISet { "u" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("u") {
            guard let fault = URIForm.fault(in: subfield.value) else { continue }
            // An address for mail needs no scheme where the first indicator says so.
            if field.field.indicator1 == UInt8(ascii: "0"), subfield.value.contains(UInt8(ascii: "@")) { continue }
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which \(Self.words(fault)); correct the address")
        }
    }

    private static func words(_ fault: URIForm.Fault) -> String {
        switch fault {
        case .noScheme: "does not start with a scheme such as https:"
        case .noHost: "names no host behind its scheme"
        case .blank: "has a blank in it"
        case .escapedAmpersand: "has &amp; in it, which should be &"
        case .severalAddresses: "holds more than one address"
        }
    }
}
