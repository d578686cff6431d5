import MARC
import TestSupport
import Testing

@Suite struct RecordTests {
    let record = Records.record(
        """
        =LDR  00000cam a2200000 a 4500
        =001  ocm01234567
        =008  930517s1993\\\\\\\\nyu
        =020  \\\\$a0123456789$qcloth
        =245  14$aThe title /$cA. Author.
        =650  \\0$aFirst
        =650  \\0$aSecond
        """)

    @Test func `finds fields by tag and by pattern in their order`() {
        record.withView { view in
            #expect(view.control("001")?.text == "ocm01234567")
            #expect(view.first("245")?.subfield("c")?.text == "A. Author.")
            #expect(view.first("245")?.indicator2 == UInt8(ascii: "4"))
            #expect(view.fields("650").map { $0.subfield("a")?.text } == ["First", "Second"])
            #expect(view.fields("6XX").map(\.occurrence) == [1, 2])
            #expect(view.first("700") == nil)
        }
    }

    @Test func `gives the characters of a fixed field, or nil where it is too short`() {
        record.withView { view in
            #expect(view.fixed("008", 7...10)?.text == "1993")
            #expect(view.fixed("008", 35...37) == nil)
            #expect(view.fixed("007", 0...0) == nil)
        }
    }

    @Test func `text and record are the same thing twice`() {
        let text = Records.text(record)
        #expect(Records.text(Records.record(text)) == text)
        #expect(text.hasPrefix("=LDR  00000cam\\a2200000\\a\\4500\n=001  ocm01234567\n=008  930517s1993\\\\\\\\nyu\n"))
    }
}
