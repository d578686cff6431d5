internal import MARC
internal import MARC21
public import Update

/// A subject or genre that calls a book a festschrift, and 008/30 does not.
///
/// Source: MARC 21 Format for Bibliographic Data, 008/30 (books).
public struct FestschriftNotCoded: FieldRule {
    public static let code = DefectCode(
        "validate.festschrift-not-coded", .info, .noted,
        what: "A genre term says that the book is a festschrift, and 008/30 is 0.",
        why: "Patrons who look for festschriften do not find this one.",
        done: "The field is kept as it is.",
        repair: "Set 008/30 to 1.",
        example: "=655  \\7$aFestschriften.$2lcgft")
    public static let codes = [code]

    var tags: [TagPattern] { ["655"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let genre = field.first("a"), genre.begins(with: "festschrift"), BookCodes.describes(field.record),
            let fixed = field.record.fixedField?.value, fixed.count > 30, fixed[30] == UInt8(ascii: "0")
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "a")), before: genre,
            "655 is \(Bytes.display(genre)), and 008/30 is 0; set it to 1")
    }
}
