import TestSupport
import Testing

@testable import MARC

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

    @Test func `data are plain where every byte of every value is printable ASCII`() {
        for length in 0..<50 {
            let plain = (0..<length).map { UInt8(0x20 + $0) }
            for place in 0..<length {
                for odd: UInt8 in [0x00, 0x1B, 0x1C, 0x1D, 0x1E, 0x1F, 0x7F, 0x80, 0xFF] {
                    var bytes = plain
                    bytes[place] = odd
                    var record = Record()
                    record.appendControl("001", bytes)
                    #expect(!record.withView { $0.hasPlainData }, "\(odd) at \(place) of \(length)")
                    record.isWhole = true
                    #expect(record.withView { $0.hasPlainData } == (0x1D...0x1F).contains(odd))
                }
            }
            var record = Record()
            record.appendControl("001", plain)
            #expect(record.withView { $0.hasPlainData })
        }
    }

    @Test func `text and record are the same thing twice`() {
        let text = Records.text(record)
        #expect(Records.text(Records.record(text)) == text)
        #expect(text.hasPrefix("=LDR  00000cam\\a2200000\\a\\4500\n=001  ocm01234567\n=008  930517s1993\\\\\\\\nyu\n"))
    }
}
