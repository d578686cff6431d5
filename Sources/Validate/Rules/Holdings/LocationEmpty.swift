internal import MARC
internal import MARC21
public import Update

/// 852 that names neither library nor place.
///
/// Source: MARC 21 Format for Holdings Data, 852.
public struct LocationEmpty: FieldRule {
    public static let code = DefectCode(
        "validate.location-empty", .minor, .noted,
        what: "Field 852 has neither a location in $a nor a sublocation in $b or $c.",
        why: "Patrons see a call number and not in which library.",
        done: "The field is kept as it is.",
        repair: "Add the library in $a or $b.",
        example: """
            =LDR  00000nx  a2200000zn 4500
            =852  0\\$hQA76$i.A1
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["852"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.codes.isDisjoint(with: "abc") else { return }
        log.report(
            Self.code, at: field.place(), before: field.first("h"),
            "852 names no location in $a, $b or $c; add the library")
    }
}
