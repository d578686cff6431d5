internal import MARC
internal import MARC21
public import Update

/// Illustrations in 300 $b that 008/18-21 of a book does not code: said once a field, for the first kind.
///
/// Source: MARC 21 Format for Bibliographic Data, 008/18-21 (books).
public struct IllustrationsDisagree: FieldRule {
    public static let code = DefectCode(
        "validate.illustrations-disagree", .info, .noted,
        what: "300 $b of a book names illustrations, maps or portraits for which 008/18-21 has no code.",
        why: "Patrons who limit their search to illustrated books or maps do not find the title.",
        done: "The field is kept as it is.",
        repair: "Add the code to 008/18-21, up to four, or correct 300 $b.",
        example: "=300  \\\\$a200 p. :$bmaps ;$c24 cm.")
    public static let codes = [code]

    var tags: [TagPattern] { ["300"] }
    var subfields: ASCIISet { "b" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard let text = field.first("b"), field.isFirstOfItsTag, let coded = Self.codes(field.record),
            coded.contains(0x20), coded[0] != UInt8(ascii: "|"), let missing = Self.missing(in: coded, text)
        else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "b")), before: text,
            "300 $b names \(missing.word), and 008/18-21 is '\(Bytes.display(coded))', without '\(Bytes.display([missing.code]))'; "
                + "add the code")
    }

    /// 008/18-21 of a book.
    private static func codes(_ record: RecordCase) -> ByteView? {
        guard BookCodes.describes(record), let fixed = record.fixedField?.value, fixed.count >= 22 else { return nil }
        return fixed.slice(18, 4)
    }

    private static func missing(in coded: ByteView, _ text: ByteView) -> (word: String, code: UInt8)? {
        // Any code says that there are illustrations.
        if coded.trimmed.isEmpty,
            text.holdsWord("ill") || text.holdsWord("illus") || text.holdsWord("illustrations")
                || text.holdsWord("illustration")
        {
            return ("illustrations", UInt8(ascii: "a"))
        }
        if text.holdsWord("map") || text.holdsWord("maps"), !coded.contains(UInt8(ascii: "b")) {
            return ("maps", UInt8(ascii: "b"))
        }
        if text.holdsWord("port") || text.holdsWord("ports") || text.holdsWord("portraits"),
            !coded.contains(UInt8(ascii: "c"))
        {
            return ("portraits", UInt8(ascii: "c"))
        }
        let isFacsimile = text.holdsWord("facsims") || text.holdsWord("facsimiles")
        return isFacsimile && !coded.contains(UInt8(ascii: "h")) ? ("facsimiles", UInt8(ascii: "h")) : nil
    }
}
