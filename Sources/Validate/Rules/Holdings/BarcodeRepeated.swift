internal import MARC
internal import MARC21
public import Update

/// A barcode that an earlier field of the same tag has, too. Whether other records have it is not known here.
///
/// Source: MARC 21 Format for Holdings Data, 852 $p, 876-878 $p.
public struct BarcodeRepeated: FieldRule {
    public static let code = DefectCode(
        "validate.barcode-repeated", .minor, .noted,
        what: "The same barcode stands twice in the record.",
        why: "One copy is shown as two, and the second can be requested and never delivered.",
        done: "The field is kept as it is.",
        repair: "Compare the barcodes with the items.",
        example: """
            =LDR  00000nx  a2200000zn 4500
            =876  \\\\$p31234000000012
            =876  \\\\$p31234000000012
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["852", "876", "877", "878"] }
    var subfields: ASCIISet { "p" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        // Records of hundreds of copies are let be, so that none takes long.
        guard let barcode = field.first("p"), field.occurrence < 500 else { return }
        for earlier in field.record.fields(field.tag) {
            if earlier.index >= field.field.index { return }
            guard let other = earlier.subfield("p"), other.equals(barcode) else { continue }
            return log.report(
                Self.code, at: field.place(subfield: UInt8(ascii: "p")), before: barcode,
                "\(field.tag) $p \(Bytes.display(barcode)) stands in an earlier field \(field.tag), too; compare it with the items"
            )
        }
    }
}
