internal import MARC
internal import MARC21
public import Update

/// $0 that is neither a URI nor a number with its source in parentheses.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, $0.
public struct AuthorityNumberMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.authority-number-malformed", .info, .noted,
        what: """
            $0, which links a heading to its authority record, is neither a URI nor a number behind the code of its \
            source.
            """,
        why: "The heading is not linked: patrons are not led from other forms of the name to this title.",
        done: "The field is kept as it is.",
        repair: """
            Write the code of the source in parentheses before the number, as in (DE-588)118540238, or the URI and \
            nothing else.
            """,
        example: "=700  1\\$aWriter, B.$0118540238")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["1XX", "2XX", "3XX", "4XX", "6XX", "7XX", "8XX"] }
    var subfields: ASCIISet { "0" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("0") where field.defines(subfield.code) {
            let value = subfield.value
            if value.begins(with: "(uri)") {
                field.report(
                    Self.code, subfield, &log,
                    "\(field.name(of: subfield)) is \(subfield.shown); write the URI without (uri) before it")
            } else if !AgencyCode.qualifies(value), URIForm.scheme(of: value) == nil {
                field.report(
                    Self.code, subfield, &log,
                    "\(field.name(of: subfield)) is \(subfield.shown), which should be a URI or a number behind its source, "
                        + "as in (DE-588)118540238")
            }
        }
    }
}
