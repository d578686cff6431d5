internal import MARC
internal import MARC21
public import Update

/// A caption with neither issues nor a textual statement.
///
/// Source: MARC 21 Format for Holdings Data, 853-855, 863-868.
public struct CaptionWithoutEnumeration: FieldRule {
    public static let code = DefectCode(
        "validate.caption-without-enumeration", .info, .noted,
        what: "853, 854 or 855 says how issues are counted, and the record names no issue.",
        why: "Patrons do not see what the library has.",
        done: "The field is kept as it is.",
        repair: "Add the issues in 863 to 865, or a statement in words in 866 to 868.",
        example: """
            =LDR  00000ny  a2200000zn 4500
            =853  20$81$av.$bno.
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.holdings] }
    var tags: [TagPattern] { ["853", "854", "855"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.isFirstOfItsTag, !field.record.has(Captions.enumeration(field.number)),
            !field.record.has("866"), !field.record.has("867"), !field.record.has("868"), !field.record.has("876")
        else { return }
        log.report(
            Self.code, at: field.place(), before: field.first("a"),
            "\(field.tag) has no issues in \(Captions.enumeration(field.number)) and no statement in 866 to 868; add what the library has"
        )
    }
}
