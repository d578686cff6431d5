internal import MARC
internal import MARC21
public import Update

/// A field without any of the subfields that say what it is for.
public struct SubfieldMissing: FieldRule {
    public static let code = DefectCode(
        "validate.subfield-missing", .minor, .noted,
        what:
            "The field has none of the subfields without which it says nothing: a name without $a, a link without $u.",
        why: "It is shown as an empty line, or as dates and relations of nobody.",
        done: "The field is kept as it is.",
        repair: "Enter the missing subfield, or delete the field. Look whether a subfield code was mistyped.",
        example: "=700  1\\$d1920-1999.$eeditor")
    public static let codes = [code]

    let tags: [TagPattern] = needs.flatMap { need in need.tags }

    private let needed = table

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let needed = needed.start[TagNumber.of(field.judgedTag)]
        guard !needed.isEmpty, needed.isDisjoint(with: field.codes),
            // What stands in a subfield that the format does not have is reported as such.
            field.codes.isSubset(of: field.norm.pointee.subfields)
        else { return }
        let names = needed.subtracting(ASCIISet([UInt8(ascii: "9")])).characters.map(Words.subfield).joined(
            separator: " or ")
        log.report(
            Self.code, at: field.place(), before: field.field.subfields.first?.value,
            "\(field.name) has no \(names), without which it says nothing; enter it or delete the field")
    }

    /// Fields, and the subfields of which each must have one.
    private static let needs: [(tags: [TagPattern], subfields: StaticString)] = [
        (["100", "110", "111", "130", "240", "243", "246", "247", "250", "700", "710", "711", "730", "740"], "a"),
        (["490", "500", "501", "504", "511"], "a"),
        (["546"], "ab"),
        (["600", "610", "611", "630", "648", "650", "651", "655"], "a"),
        // German records leave the words to 490 and name the series by its number alone.
        (["800", "810", "811", "830"], "aw"),
        // Libraries keep numbers of their own in $9.
        (["020", "022"], "aclmyz9"),
        (["035"], "az9"),
        (["260", "264"], "abcefg"),
        (["300"], "abcef"),
        (["505"], "agrtu"),
        (["506"], "afu"),
        (["520"], "abu"),
        (
            ["760", "762", "765", "767", "770", "772", "773", "774", "775", "776", "777", "780", "785", "786", "787"],
            "adorstuwxyz"
        ),
        (["856"], "adfu"),
    ]

    /// By tag number.
    private static let table: FlatTable<ASCIISet> = {
        var table = [ASCIISet](repeating: ASCIISet(), count: TagNumber.count)
        for need in needs {
            let set = ASCIISet(
                UnsafeBufferPointer(start: need.subfields.utf8Start, count: need.subfields.utf8CodeUnitCount))
            for number in 0..<TagNumber.other where need.tags.contains(where: { $0.matches(TagNumber.tag(number)) }) {
                table[number] = set
            }
        }
        return FlatTable(table)
    }()
}
