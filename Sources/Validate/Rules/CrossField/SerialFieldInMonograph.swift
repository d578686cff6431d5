internal import MARC
internal import MARC21
public import Update

/// A field that only serials have, in a record whose leader calls it a monograph: said at the first field of a tag.
///
/// Source: MARC 21 Format for Bibliographic Data, leader/07, 022, 310, 362.
public struct SerialFieldInMonograph: FieldRule {
    public static let code = DefectCode(
        "validate.serial-field-in-monograph", .info, .noted,
        what: "The leader calls the title a monograph, and the record has an ISSN, a frequency or a numbering.",
        why: "A journal is shown as a book; or the ISSN of a series leads to one of its volumes only.",
        done: "The field is kept as it is.",
        repair: "Set leader/07 to s for a journal. The ISSN of a series belongs in 490 $x.",
        example: "=310  \\\\$aMonthly")
    public static let codes = [code]

    var tags: [TagPattern] { ["022", "310", "321", "362"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.record.view.leader.level == UInt8(ascii: "m"), field.isFirstOfItsTag, field.tag == field.judgedTag
        else { return }
        if field.number == 22, !field.has("a") { return }
        log.report(
            Self.code, at: field.place(), before: field.first("a"),
            "\(field.tag) is for serials, and leader/07 is 'm'; set it to s, or "
                + (field.number == 22 ? "move the ISSN of the series to 490 $x" : "delete the field"))
    }
}
