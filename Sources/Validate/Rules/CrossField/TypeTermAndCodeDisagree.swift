internal import MARC
internal import MARC21
public import Update

/// A term and a code in 336, 337 or 338 that name different things. Terms of other languages are let be.
///
/// Source: Term and Code List for RDA Content Types, Media Types, Carrier Types.
public struct TypeTermAndCodeDisagree: FieldRule {
    public static let code = DefectCode(
        "validate.type-term-and-code-disagree", .minor, .noted,
        what: "The term in $a and the code in $b of a content, media or carrier type name different things.",
        why: "Catalogues that show the term and filter by the code show the title where it does not belong.",
        done: "The field is kept as it is.",
        repair: "Correct the wrong one.",
        example: "=336  \\\\$atext$bspw$2rdacontent")
    public static let codes = [code]

    var tags: [TagPattern] { ["336", "337", "338"] }
    var subfields: ASCIISet { "b" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.repeatedCodes.isDisjoint(with: "ab"), let term = field.first("a"), let code = field.first("b"),
            let entry = Self.entry(code, field.number), !entry.means(term)
        else { return }
        // `unspecified` and `other` stand for several codes.
        guard let meant = Self.list(field.number)?.codes.entries.first(where: { $0.means(term) }),
            meant.label != entry.label
        else {
            return
        }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "b")), before: code,
            "\(field.tag) $a is \(Bytes.display(term)), and $b \(Bytes.display(code)) is \(entry.label); correct one of them"
        )
    }

    private static func entry(_ code: ByteView, _ number: Int) -> CodeEntry? {
        switch number {
        case 336: CodeList.contentTypes.entry(code)
        case 337: CodeList.mediaTypes.entry(code)
        case 338: CodeList.carrierTypes.entry(code)
        default: nil
        }
    }

    private static func list(_ number: Int) -> CodeList? {
        switch number {
        case 336: .contentTypes
        case 337: .mediaTypes
        case 338: .carrierTypes
        default: nil
        }
    }
}
