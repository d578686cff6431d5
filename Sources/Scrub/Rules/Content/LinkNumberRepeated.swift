internal import MARC
internal import Update

/// $6 links of several pairs of fields that bear the same number.
///
/// A pair is a field and the 880 that each name the other, `880-01` and `245-01`. Numbers are given anew, in the order of
/// the record, where a number belongs to more than one pair and every link of the record belongs to exactly one.
enum LinkNumberRepeated: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .field880

    static func apply(to work: inout ScrubWork) {
        guard let pairs = work.record.withView({ LinkPairs($0) }), pairs.hasRepeatedNumber else { return }
        for (index, pair) in pairs.all.enumerated() where index + 1 != pair.number {
            for link in [pair.field, pair.mate] { renumber(link, to: index + 1, &work) }
        }
    }

    private static func renumber(_ link: FieldLink, to number: Int, _ work: inout ScrubWork) {
        let text = number < 10 ? "0\(number)" : "\(number)"
        let after = Array(link.value[..<4]) + Array(text.utf8) + Array(link.value[link.end...])
        work.record.setSubfield(link.subfield, of: link.field, to: after)
        work.report(
            code, at: link.place, before: link.value, after: after,
            "\(PlaceName.of(link.place)) has a number that links another pair of fields too; it is now \(text)")
    }

    static let code = DefectCode(
        "scrub.link-number-repeated", .minor, .repaired,
        what: "Several pairs of a field and its form in the original script (880) are linked by the same number in $6.",
        why: "Displays put the original script beside the wrong field.",
        done: "The pairs were numbered anew in the order of the record.",
        repair: "Number the links in the library's system: every pair has a number of its own.",
        example:
            "=245  10$6880-01$aTitle /$cA. Author.\n=260  \\\\$6880-01$aMoscow\n=880  10$6245-01/(N$aЗаглавие /$cA. Author.\n=880  \\\\$6260-01/(N$aМосква"
    )
}

/// A $6 that links: `880-01/$1`.
struct FieldLink {
    let field: Int
    let subfield: Int
    let place: FieldPlace
    let value: [UInt8]
    /// The tag of the field itself, and the one that it names.
    let own: Tag
    let named: Tag
    let number: Int
    /// Where the number ends in the value.
    let end: Int

    /// nil where the value is no link.
    init?(_ value: RecordValue) {
        guard let subfield = value.subfield, value.code == UInt8(ascii: "6"), value.bytes.count >= 6,
            value.bytes[3] == UInt8(ascii: "-")
        else { return nil }
        let digits = value.bytes.slice(4, value.bytes.count - 4).prefix(3).prefix(while: ByteContext.isDigit)
        let end = 4 + digits.count
        guard digits.count >= 2, end == value.bytes.count || value.bytes[end] == UInt8(ascii: "/") else { return nil }
        (field, self.subfield, place, self.value) = (value.field.index, subfield, value.place, Array(value.bytes))
        own = value.field.tag
        named = Tag(value.bytes[0], value.bytes[1], value.bytes[2])
        number = digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        self.end = end
    }
}

/// All links of a record as pairs.
private struct LinkPairs {
    /// In the order of the fields that are not 880.
    private(set) var all: [(field: FieldLink, mate: FieldLink, number: Int)] = []

    /// nil where a link has no mate or more than one. Links with number 00, which have none on purpose, are left aside.
    init?(_ view: RecordView) {
        var fields: [FieldLink] = []
        var mates: [FieldLink] = []
        var hasOther = false
        view.forEachValue { value in
            guard value.code == UInt8(ascii: "6") else { return }
            guard let link = FieldLink(value) else {
                hasOther = true
                return
            }
            if link.number == 0 { return }
            if link.own == "880" { mates.append(link) } else { fields.append(link) }
        }
        guard !hasOther, fields.count == mates.count else { return nil }
        for field in fields {
            let own = mates.filter { $0.named == field.own && $0.number == field.number }
            let rivals = fields.filter { $0.own == field.own && $0.number == field.number }
            guard field.named == "880", own.count == 1, rivals.count == 1 else { return nil }
            all.append((field, own[0], field.number))
        }
    }

    var hasRepeatedNumber: Bool { Set(all.map(\.number)).count < all.count }
}
