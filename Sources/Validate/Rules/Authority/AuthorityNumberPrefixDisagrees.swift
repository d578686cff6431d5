internal import MARC
internal import MARC21
public import Update

/// The prefix of a number of the Library of Congress that goes with another kind of heading: n, nb, no, nr and ns
/// with names and titles, gf with genres, mp with means of performance.
///
/// Source: LCCN prefixes of authority records.
public struct AuthorityNumberPrefixDisagrees: FieldRule {
    public static let code = DefectCode(
        "validate.authority-number-prefix-disagrees", .info, .noted,
        what: "The prefix of the number in 010 is that of another kind of authority record than the heading's tag.",
        why: "The heading is linked with a number that leads to something else.",
        done: "The field is kept as it is.",
        repair: "Compare number and heading with the record of the Library of Congress.",
        example: """
            =LDR  00000nz  a2200000n  4500
            =010  \\\\$agf2014026339
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.authority] }
    var tags: [TagPattern] { ["010"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let number = field.first("a"),
            let heading = field.record.view.fields.first(where: { $0.tag.first == UInt8(ascii: "1") }),
            let kind = Self.kind(number.trimmed), !Self.goes(kind, with: heading.tag)
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "a")), before: number,
            "010 $a is \(Bytes.display(number)), whose prefix goes with \(kind.rawValue), and the heading stands in \(heading.tag); compare both"
        )
    }

    private enum Kind: String { case name = "names and titles", genre = "genres", performance = "means of performance" }

    private static func kind(_ number: ByteView) -> Kind? {
        var letters = 0
        while letters < number.count, number[letters].isLetter { letters += 1 }
        let prefix = number.slice(0, letters)
        if prefix.isWord("gf") { return .genre }
        if prefix.isWord("mp") { return .performance }
        let isName =
            prefix.isWord("n") || prefix.isWord("nb") || prefix.isWord("no") || prefix.isWord("nr")
            || prefix.isWord("ns")
        return isName ? .name : nil
    }

    private static func goes(_ kind: Kind, with tag: Tag) -> Bool {
        switch kind {
        case .genre: tag == "155"
        case .performance: tag == "162"
        case .name: tag != "150" && tag != "155" && tag != "162" && tag.second != UInt8(ascii: "8")
        }
    }
}
