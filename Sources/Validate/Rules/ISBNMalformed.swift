internal import MARC
internal import MARC21
public import Update

/// 020 $a that does not start with 10 or 13 characters of an ISBN.
public struct ISBNMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.isbn-malformed", .minor, .noted,
        what: "020 $a does not start with an ISBN: 10 characters, or 13 that begin with 978 or 979.",
        why: "The title cannot be found by its ISBN, nor matched with other libraries' records of it.",
        done: "The field is kept as it is; it makes no key for matching.",
        repair:
            "Enter the ISBN in $a without words before it; put qualifiers in $q, prices in $c and wrong numbers in $z.",
        example: "=020  \\\\$a12345")
    public static let codes = [code]

    var tags: [TagPattern] { ["020"] }
    var subfields: ASCIISet { ASCIISet([UInt8(ascii: "a")]) }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.field.subfields where subfield.code == UInt8(ascii: "a") {
            guard ISBN(scanning: subfield.value) == nil else { continue }
            log.report(
                Self.code, at: field.place(subfield: subfield.code), before: subfield.value,
                "020 $a is \(Bytes.display(subfield.value)), which does not start with an ISBN of 10 or 13 characters; "
                    + "correct it, or move it to $z")
        }
    }
}
