internal import MARC
internal import MARC21
public import Update

/// A second ISBN behind the first in one 020 $a.
public struct SecondISBNInSubfield: FieldRule {
    public static let code = DefectCode(
        "validate.second-isbn-in-subfield", .minor, .noted,
        what: "020 $a holds more than one ISBN.",
        why: "Only the first is found and matched.",
        done: "The field is kept as it is.",
        repair: "Give every ISBN a field 020 of its own.",
        example: "=020  \\\\$a0-306-40615-2 9780131103627")
    public static let codes = [code]

    var tags: [TagPattern] { ["020"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") {
            guard let first = ISBN(scanning: subfield.value),
                let second = Self.next(in: subfield.value, from: first.length)
            else { continue }
            field.report(
                Self.code, subfield, &log,
                "020 $a holds the ISBNs \(first.text) and \(second.text); give the second a field of its own")
        }
    }

    /// The first ISBN whose digits start at `start` or later.
    private static func next(in value: ByteView, from start: Int) -> ISBN? {
        var index = start
        while index + 10 <= value.count {
            if value[index].isDigit {
                if let isbn = ISBN(scanning: value.slice(index, value.count - index)) {
                    return isbn.isValid ? isbn : nil
                }
                while index < value.count, value[index].isDigit || value[index] == UInt8(ascii: "-") { index += 1 }
            }
            index += 1
        }
        return nil
    }
}
