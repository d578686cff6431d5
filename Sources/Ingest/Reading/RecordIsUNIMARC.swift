internal import MARC
internal import Update

/// A record whose fields mean what UNIMARC says, and not what MARC 21 does.
enum RecordIsUNIMARC {
    static let code = DefectCode(
        "ingest.record-is-unimarc", .critical, .recordRejected,
        what: "The record is in UNIMARC: its title stands in field 200 and its coded data in field 100.",
        why: """
            The formats give the same tags to different things: read as MARC 21, its title is no title and its coded \
            data is an author.
            """,
        done: "The record was set aside. Nothing is guessed: Holdfast reads MARC 21 alone.",
        repair: "Let the library system export MARC 21, or convert the records from UNIMARC before they are sent.",
        example: """
            =100  \\\\$a20050314d2005    u  y0frey50      ba
            =200  1\\$aVoyage au bout de la nuit$fLouis-Ferdinand C\u{E9}line
            =245
            """)

    /// Whether a record has no title where MARC 21 has it and has one where UNIMARC has it, and beside it UNIMARC's coded
    /// data, a text that starts with the day of its entry, or its source of cataloguing.
    static func isOne(_ view: RecordView) -> Bool {
        guard view.first("245") == nil, let title = view.first("200"), title.subfield("a") != nil else { return false }
        if let coded = view.first("100")?.subfield("a"), coded.count >= 20,
            coded.prefix(8).allSatisfy({ $0 &- 0x30 < 10 })
        {
            return true
        }
        return view.first("801")?.subfield("b") != nil
    }

    /// Reports it of the record that `log` has begun.
    static func report(_ view: RecordView, to log: inout DefectLog) {
        let title = view.first("200")?.subfield("a").map { Array($0) } ?? []
        log.report(
            code, at: FieldPlace(tag: "200", occurrence: 1, subfield: UInt8(ascii: "a")), before: title,
            "the title \"\(Bytes.display(title, limit: 40))\" stands in field 200 and there is no 245: the record is UNIMARC, "
                + "MARC 21 was expected; export MARC 21")
    }
}
