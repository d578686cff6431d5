internal import MARC
internal import MARC21
public import Update

/// A library barcode of 14 digits, 2 for patrons or 3 for items in front, whose check digit does not agree. Other
/// barcodes are let be.
///
/// Source: Codabar as libraries use it: modulus 10 with the weights 2 and 1.
public struct BarcodeCheckDigitWrong: FieldRule {
    public static let code = DefectCode(
        "validate.barcode-check-digit-wrong", .info, .noted,
        what: "The last digit of a barcode does not agree with the others: one of them is wrong.",
        why: "The item cannot be found by its barcode when it is lent or returned.",
        done: "The field is kept as it is.",
        repair: "Scan the barcode again.",
        example: """
            =LDR  00000nx  a2200000zn 4500
            =876  \\\\$p31234000000013
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["852", "876", "877", "878"] }
    var subfields: ASCIISet { "p" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("p") {
            guard let expected = Self.expectedDigit(subfield.value), expected != subfield.value[13] else { continue }
            field.report(
                Self.code, subfield, &log,
                "the check digit of barcode \(subfield.shown) should be \(Bytes.display([expected])) if the other digits are right; "
                    + "scan it again")
        }
    }

    /// nil for what is no such barcode.
    private static func expectedDigit(_ barcode: ByteView) -> UInt8? {
        guard barcode.count == 14, barcode.isNumber, barcode[0] == UInt8(ascii: "3") || barcode[0] == UInt8(ascii: "2")
        else {
            return nil
        }
        var sum = 0
        for index in 0..<13 {
            let product = Int(barcode[index] &- 0x30) * (index % 2 == 0 ? 2 : 1)
            sum += product > 9 ? product - 9 : product
        }
        return UInt8(truncatingIfNeeded: 0x30 + (10 - sum % 10) % 10)
    }
}
