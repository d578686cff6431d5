internal import MARC
internal import MARC21
public import Update

/// A number in 035 $a that an earlier 035 has, too. OCLC numbers are compared by their digits.
public struct SystemNumberRepeated: FieldRule {
    public static let code = DefectCode(
        "validate.system-number-repeated", .info, .noted,
        what: "The same number stands in two fields 035.",
        why: "It does no harm to patrons; lists and exports show the number twice.",
        done: "The field is kept as it is.",
        repair: "Delete one of the fields.",
        example: """
            =035  \\\\$a(DLC)93012345
            =035  \\\\$a(DLC)93012345
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["035"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard !field.isFirstOfItsTag, let own = field.first("a") else { return }
        for earlier in field.record.fields(field.tag) {
            guard earlier.index < field.field.index else { return }
            guard let other = earlier.subfield("a"), Self.isSame(own, other) else { continue }
            return log.report(
                Self.code, at: field.place(subfield: UInt8(ascii: "a")), before: own,
                "035 $a \(Bytes.display(own)) stands in an earlier field 035, too; delete one of them")
        }
    }

    private static func isSame(_ one: ByteView, _ other: ByteView) -> Bool {
        if one.equals(other) { return true }
        guard let left = OCLCNumber.inSystemNumber(one), let right = OCLCNumber.inSystemNumber(other) else {
            return false
        }
        return left.equals(right)
    }
}
