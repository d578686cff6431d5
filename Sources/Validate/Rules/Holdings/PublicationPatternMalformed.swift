internal import MARC
internal import MARC21
public import Update

/// Frequency, calendar change or regularity of a caption in a form that no program can read.
///
/// Source: MARC 21 Format for Holdings Data, 853-855, $u-$y.
public struct PublicationPatternMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.publication-pattern-malformed", .info, .noted,
        what: """
            $u, $v, $w, $x or $y of a caption, which say how often issues appear, has not the form that the format \
            asks for.
            """,
        why: "The system cannot predict the next issue, and nobody claims the one that is missing.",
        done: "The field is kept as it is.",
        repair: """
            Correct the subfield that the message names: $u a number, $v c or r, $w a letter or a number, $x months \
            and days, $y as in pm01,07.
            """,
        example: """
            =LDR  00000ny  a2200000zn 4500
            =853  20$81$av.$wmonthly
            =863  40$81.1$a12
            """)
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["853", "854", "855"] }
    var subfields: ASCIISet { "uvwxy" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("uvwxy") where !Self.isWellFormed(subfield) {
            field.report(
                Self.code, subfield, &log,
                "\(field.name(of: subfield)) is \(subfield.shown), which no program can read as part of a pattern; correct it"
            )
        }
    }

    private static func isWellFormed(_ subfield: SubfieldView) -> Bool {
        let value = subfield.value.trimmed
        switch subfield.code {
        case UInt8(ascii: "u"): return value.isNumber || value.isWord("var") || value.isWord("und")
        case UInt8(ascii: "v"):
            return value.count == 1 && (value[0] == UInt8(ascii: "c") || value[0] == UInt8(ascii: "r"))
        case UInt8(ascii: "w"): return value.isNumber || value.count == 1 && value[0].isLowerCase
        case UInt8(ascii: "x"): return value.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ",") }
        default: return isRegularity(value)
        }
    }

    /// What is done with the issues (combined, omitted, published), and the unit in which they are then named.
    private static func isRegularity(_ value: ByteView) -> Bool {
        let (actions, units): (ASCIISet, ASCIISet) = ("cop", "demswy")
        return value.count > 2 && actions.contains(value[0]) && units.contains(value[1])
    }
}
