internal import MARC
internal import MARC21
public import Update

/// An agency in 040 that cannot be the code of an organization, and is no name either: a name has a blank in it.
///
/// Source: MARC 21 Format for Bibliographic Data, 040; MARC Code List for Organizations.
public struct CatalogingAgencyMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.cataloging-agency-malformed", .info, .noted,
        what: "The code of a cataloguing agency in 040 $a, $c or $d has characters that no such code has.",
        why: "It does no harm to patrons; nobody can tell who made or changed the record.",
        done: "The field is kept as it is.",
        repair: "Enter the agency's MARC code, as in DLC or UkLoBL, or its name.",
        example: "=040  \\\\$aDLC;OCL$cDLC")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["040"] }
    var subfields: ASCIISet { "acd" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("acd") {
            if AgencyCode.isCode(subfield.value) || subfield.value.contains(0x20) { continue }
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which is no code of an organization; enter it as in DLC"
            )
        }
    }
}
