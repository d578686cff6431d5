internal import MARC
internal import MARC21
public import Update

/// A language in 008/35-37 that is not the first in 041. Several languages may be `mul` in 008.
///
/// Source: MARC 21 Format for Bibliographic Data, 008/35-37, 041.
public struct LanguageDisagrees: RecordRule {
    public static let code = DefectCode(
        "validate.language-disagrees", .minor, .noted,
        what: "The language code in 008/35-37 is not the first one in 041 $a (or in $d, for sound).",
        why: """
            Whether patrons who limit their search to the language find the title depends on which of the two the \
            catalogue reads.
            """,
        done: "The record is installed as it is.",
        repair: "Put the language of the text, or the first of them, in both places.",
        example: "=041  0\\$afre$aeng")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let field = record.first("041"), field.indicator2 != UInt8(ascii: "7"),
            let first = field.subfield("a") ?? field.subfield("d"), first.count >= 3, let fixed = record.fixedField
        else { return }
        let (coded, named) = (fixed.value.slice(35, 3), first.slice(0, 3))
        guard coded.count == 3, !coded.equals(named), CodeList.languages.contains(coded), !coded.equals("und"),
            CodeList.languages.contains(named)
        else { return }
        let isSeveral =
            first.count > 3 || field.subfields.count { $0.code != UInt8(ascii: "h") && !$0.code.isDigit } > 1
        if isSeveral, coded.equals("mul") { return }
        log.report(
            Self.code, at: fixed.place(position: 35), before: coded,
            "008/35-37 is \(Bytes.display(coded)), and 041 names \(Bytes.display(named)) first; put the language of the text in both"
        )
    }
}
