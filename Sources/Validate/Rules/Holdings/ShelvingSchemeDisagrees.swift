internal import MARC
internal import MARC21
public import Update

/// A class number in 852 $h that is not of the classification that the first indicator names. Only the Library of
/// Congress and Dewey can be told by their shape.
///
/// Source: MARC 21 Format for Holdings Data, 852, first indicator.
public struct ShelvingSchemeDisagrees: FieldRule {
    public static let code = DefectCode(
        "validate.shelving-scheme-disagrees", .info, .noted,
        what: "The first indicator of 852 names a classification, and the number in $h has not its shape.",
        why: "Shelf lists sort the item in the wrong place.",
        done: "The field is kept as it is.",
        repair: "Set the first indicator to the classification of the call number, 8 for one of your own.",
        example: """
            =LDR  00000nx  a2200000zn 4500
            =852  0\\$aDLC$h823.912
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["852"] }
    var subfields: ASCIISet { "h" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let number = field.first("h") else { return }
        let isLC = field.field.indicator1 == UInt8(ascii: "0")
        guard isLC || field.field.indicator1 == UInt8(ascii: "1"),
            isLC ? !ClassNumber.isLC(number) : !ClassNumber.isDewey(number)
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "h")), before: number,
            "852 $h is \(Bytes.display(number)), and the first indicator says \(isLC ? "Library of Congress" : "Dewey"); "
                + "set it to the classification of the call number")
    }
}
