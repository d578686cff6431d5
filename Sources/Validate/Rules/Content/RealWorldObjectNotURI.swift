internal import MARC
internal import MARC21
public import Update

/// $1 that is no URI.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, $1.
public struct RealWorldObjectNotURI: FieldRule {
    public static let code = DefectCode(
        "validate.real-world-object-not-uri", .info, .noted,
        what: "$1, which identifies the thing itself, is not a URI.",
        why: "The link leads nowhere.",
        done: "The field is kept as it is.",
        repair: "Enter the URI and nothing else; numbers of authority records belong in $0.",
        example: "=700  1\\$aWriter, B.$1Q42")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["1XX", "2XX", "3XX", "4XX", "6XX", "7XX", "8XX"] }
    var subfields: ASCIISet { "1" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("1")
        where URIForm.scheme(of: subfield.value) == nil && field.defines(subfield.code) {
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which should be a URI; move numbers to $0")
        }
    }
}
