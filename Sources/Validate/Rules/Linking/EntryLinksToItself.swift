internal import MARC
internal import MARC21
public import Update

/// $w of a linking entry with a number of the record itself.
public struct EntryLinksToItself: FieldRule {
    public static let code = DefectCode(
        "validate.entry-links-to-itself", .minor, .noted,
        what: "A linking entry names by $w the record in which it stands.",
        why: "Patrons who follow the link to the other edition, host or part come back to where they are.",
        done: "The field is kept as it is.",
        repair: "Correct the number in $w.",
        example: """
            =776  08$iOnline version:$tTitle$w(OCoLC)1234567
            =035  \\\\$a(OCoLC)1234567
            """)
    public static let codes = [code]

    var tags: [TagPattern] { ["76X", "77X", "78X"] }
    var subfields: ASCIISet { "w" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("w") where Self.isOwn(subfield.value, field.record) {
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which is a number of this record itself; correct it")
        }
    }

    private static func isOwn(_ number: ByteView, _ record: RecordCase) -> Bool {
        for other in record.fields("035") {
            if let own = other.subfield("a"), own.equals(number) { return true }
        }
        guard let control = record.first("001")?.value, !control.isEmpty else { return false }
        if number.equals(control) { return true }
        guard let source = record.first("003")?.value, number.count == source.count + control.count + 2 else {
            return false
        }
        return number.slice(1, source.count).equals(source)
            && number.slice(source.count + 2, control.count).equals(control)
    }
}
