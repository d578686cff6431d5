internal import MARC
internal import MARC21
public import Update

/// 024 with a number that has not the shape of its kind, which the first indicator or $2 names.
///
/// Source: MARC 21 Format for Bibliographic Data, 024; ``StandardIdentifier``.
public struct StandardIdentifierMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.standard-identifier-malformed", .minor, .noted,
        what: "The number in 024 $a has not the shape of the kind of number that the field says it is.",
        why: "Patrons who scan or type the number of a recording, score or article do not find it.",
        done: "The field is kept as it is.",
        repair: "Compare the number with the item, and the first indicator (or $2) with the kind of number.",
        example: "=024  1\\$a01234")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["024"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let kind = StandardIdentifier(indicator: field.field.indicator1, source: field.first("2")) else { return }
        for subfield in field.subfields("a") where kind.fault(in: subfield.value) == .malformed {
            field.report(
                Self.code, subfield, &log,
                "024 $a is \(subfield.shown), which should be \(kind.shape); correct it, or the kind of number")
        }
    }
}
