internal import MARC
public import Update

/// A full stop or comma twice, or a blank before one: said once a field.
public struct PunctuationDoubled: FieldRule {
    public static let code = DefectCode(
        "validate.punctuation-doubled", .info, .noted,
        what: "A mark of punctuation stands twice, or floats behind a blank.",
        why: "The text looks careless; headings with and without the slip stand in lists as two.",
        done: "The field is kept as it is.",
        repair: """
            Correct the punctuation. Marks that your export adds are often the cause: look whether the record had \
            one already.
            """,
        example: "=245  10$aTitle /$cA. Author..")
    public static let codes = [code]

    var tags: [TagPattern] {
        ["1XX", "24X", "250", "260", "264", "300", "490", "70X", "71X", "73X", "74X", "80X", "81X", "830"]
    }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        // The field as a whole first: most have none.
        guard MarkScan.hasCandidate(in: field.field.value) else { return }
        for subfield in field.field.subfields where subfield.code.isLowerCase && subfield.code != UInt8(ascii: "u") {
            guard let place = MarkScan.firstSlip(in: subfield.value), field.tag == field.judgedTag else { continue }
            return field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) has '\(Bytes.display(subfield.value.slice(place - 1, 2)))' in it: \(subfield.shown); "
                    + "correct the punctuation")
        }
    }
}
