internal import MARC
internal import MARC21
public import Update

/// A 006 for the form that leader/06 and 008 describe already.
///
/// Source: MARC 21 Format for Bibliographic Data, 006.
public struct AdditionalFormRepeatsMain: FieldRule {
    public static let code = DefectCode(
        "validate.additional-form-repeats-main", .info, .noted,
        what: "006 is for the same form of material as the record's 008.",
        why: """
            It does no harm to patrons; 006 is meant for a second aspect, as that of a serial or of what comes with \
            a book.
            """,
        done: "The field is kept as it is.",
        repair: "Delete 006, or correct its first character to that of the other aspect.",
        example: "=006  a\\\\\\\\\\\\\\\\\\\\\\000\\0\\")
    public static let codes = [code]

    var tags: [TagPattern] { ["006"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let leader = field.record.view.leader
        // An integrating or serial resource has its 006 for what it is made of; kits hold several things of a form.
        guard let first = field.field.value.first, first == leader.type, leader.level == UInt8(ascii: "m"),
            leader.type != UInt8(ascii: "o"), leader.type != UInt8(ascii: "p")
        else { return }
        log.report(
            Self.code, at: field.place(position: 0), before: [first],
            "006/00 is '\(Bytes.display([first]))', the form that leader/06 names already; delete 006, or name the other aspect"
        )
    }
}
