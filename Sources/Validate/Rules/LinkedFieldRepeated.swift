internal import MARC
internal import MARC21
public import Update

/// Several 880 for one field that may stand once: said at the second.
public struct LinkedFieldRepeated: FieldRule {
    public static let code = DefectCode(
        "validate.linked-field-repeated", .minor, .noted,
        what: "Several fields 880 stand for a field that MARC 21 allows once in a record.",
        why:
            "Displays pair the field with one of them by chance; the others are shown without their pair or not at all.",
        done: "All of them are kept.",
        repair: "Keep one of them, or correct the tag in the $6 of the others.",
        example: "=880  10$6245-01$aTitle\n=880  10$6245-02$aOther title")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["880"] }
    var subfields: ASCIISet { ASCIISet([UInt8(ascii: "6")]) }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.norm.pointee.isSingle, field.judgedTag != field.tag, let link = field.field.subfield("6") else {
            return
        }
        var earlier = 0
        var next = field.record.first("880")
        while let other = next, other.index < field.field.index, earlier < 2 {
            if let otherLink = other.subfield("6"), otherLink.slice(0, 3).equals(link.slice(0, 3)) { earlier += 1 }
            next = field.record.next(after: other)
        }
        guard earlier == 1 else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "6")), before: link,
            "a second field 880 stands for \(field.definedName), which MARC 21 allows once in a record")
    }
}
