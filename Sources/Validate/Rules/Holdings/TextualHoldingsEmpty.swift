internal import MARC
internal import MARC21
public import Update

/// A textual holdings statement without text.
///
/// Source: MARC 21 Format for Holdings Data, 866-868.
public struct TextualHoldingsEmpty: FieldRule {
    public static let code = DefectCode(
        "validate.textual-holdings-empty", .info, .noted,
        what: "866, 867 or 868 has no statement in $a.",
        why: "Patrons do not see what the library has.",
        done: "The field is kept as it is.",
        repair: "Add the statement in $a, or delete the field.",
        example: """
            =LDR  00000ny  a2200000zn 4500
            =866  \\0$80$zSome issues missing.
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["866", "867", "868"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard !field.has("a"), let first = field.field.subfields.first else { return }
        log.report(
            Self.code, at: field.place(), before: first.value,
            "\(field.tag) has no statement in $a; add it, or delete the field")
    }
}
