import MARC
import TestSupport
import Testing

/// Files made to cost time or memory: each ends at once, with a fault, and costs no other record.
///
/// The sizes are such that time in proportion to their square would be minutes.
@Suite struct MARCXMLBombTests {
    private let leader = "<leader>00000nam a2200000   4500</leader>"
    private let good =
        "<record><leader>00000nam a2200000   4500</leader><controlfield tag='001'>good</controlfield></record>"
    private let goodText = "=LDR  00000nam\\a2200000\\\\\\4500\n=001  good"

    private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    @Test(.timeLimit(.minutes(1))) func `entities that expand to billions of bytes are never expanded`() {
        var document = "<!DOCTYPE c [<!ENTITY l0 'lol'>"
        for level in 1..<10 { document += "<!ENTITY l\(level) '" + repeated("&l\(level - 1);", 10) + "'>" }
        document +=
            "<!ENTITY f SYSTEM 'file:///etc/hostname'>]><c><record>\(leader)<controlfield tag='001'>&l9;&f;</controlfield></record>\(good)</c>"
        let file = MARCXMLFile(document)
        #expect(file.notices.map(\.kind) == [.xmlEntityRefused])
        #expect(file.recordTexts == ["=LDR  00000nam\\a2200000\\\\\\4500\n=001  &l9;&f;", goodText])
        #expect(file.records.first?.faults.map(\.kind) == [.xmlEntityRefused, .xmlEntityRefused])
    }

    @Test(.timeLimit(.minutes(1))) func `a record 300 elements deep is read, its depth named`() {
        let file = MARCXMLFile(
            "<c><record>\(leader)" + repeated("<a>", 300) + "x" + repeated("</a>", 300) + "</record>\(good)</c>")
        #expect(file.recordTexts.last == goodText)
        #expect(file.records.first?.faults.count == 200)
        #expect(
            file.records.first?.faults.allSatisfy { $0.kind == .xmlShapeWrong || $0.kind == .xmlNotWellFormed } == true)
    }

    @Test(.timeLimit(.minutes(1))) func `a collection 100,000 elements deep costs no memory and no record`() {
        let file = MARCXMLFile(repeated("<a>", 100_000) + good + repeated("</a>", 100_000) + good)
        #expect(file.recordTexts == [goodText, goodText])
    }

    @Test(.timeLimit(.minutes(1))) func `text of 20 million bytes is unreadable, and the next record is there`() {
        let file = MARCXMLFile(
            "<c><record>\(leader)<controlfield tag='001'>" + repeated("x", 20_000_000)
                + "</controlfield></record>\(good)</c>")
        #expect(file.recordTexts == [goodText])
        #expect(file.notices.map(\.kind) == [.recordTooLong])
        #expect(file.pieces.contains { $0.kind == .unreadable && $0.text.utf8.count == MARCXMLFramer.longestRecord })
    }

    @Test(.timeLimit(.minutes(1))) func `text of 12 million bytes fits into a record`() {
        let text = repeated("x", 12_000_000)
        let document = Array(
            "<record>\(leader)<datafield tag='500' ind1=' ' ind2=' '><subfield code='a'>\(text)</subfield></datafield></record>"
                .utf8)
        var decoder = MARCXMLDecoder()
        var record = Record()
        var faults: [ReadFault] = []
        document.withUnsafeBufferPointer {
            decoder.decode($0, context: MARCXMLContext(), into: &record, faults: &faults)
        }
        #expect(record.withView { $0.first("500")?.subfield("a")?.count } == 12_000_000)
        #expect(faults == [])
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["a", "same"])
    func `a tag with 100,000 attributes takes no more time than its length`(name: String) {
        var attributes = ""
        for index in 0..<100_000 { attributes += name == "a" ? " a\(index)=''" : " a=''" }
        let file = MARCXMLFile(
            "<c><record>\(leader)<datafield\(attributes) tag='500' ind1=' ' ind2=' '/></record>\(good)</c>")
        #expect(file.recordTexts.last == goodText)
        #expect(file.records.count == 2)
        #expect(file.records.first?.faults.isEmpty == false)
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "<!--", "<![CDATA[", "<?", "<!DOCTYPE", "<!DOCTYPE '", "<!DOCTYPE [\"<a>", "<record>", "<record><leader>",
            "<record><a>",
            "<a b=\"", "<", "</", "&", "</record>", "<datafield>", "<x:record>", "<a xmlns:b='c'>", "]]>", "<record/>",
        ])
    func `200,000 bytes of one beginning take no more time than their length`(beginning: String) {
        let count = 200_000 / beginning.utf8.count
        let outside = MARCXMLFile("<c>" + repeated(beginning, count) + good)
        #expect(
            outside.pieces.map(\.text.utf8.count).reduce(0, +) == 3 + beginning.utf8.count * count + good.utf8.count)
        let inside = MARCXMLFile("<c><record>\(leader)" + repeated(beginning, count) + "</record>\(good)")
        #expect(!inside.records.isEmpty)
    }

    @Test func `the memory of framer and decoder does not grow with the file`() {
        var framer = MARCXMLFramer()
        var decoder = MARCXMLDecoder()
        var record = Record()
        var faults: [ReadFault] = []
        let bytes = Array(("<a xmlns='urn:1'>" + good + "<!DOCTYPE x>").utf8)
        func read() {
            bytes.withUnsafeBufferPointer { all in
                var start = 0
                while case .piece(let kind, let length) = framer.next(
                    in: all.slice(start, all.count - start), isLast: true)
                {
                    if kind == .record {
                        decoder.decode(
                            all.slice(start, length), context: framer.context, into: &record, faults: &faults)
                    }
                    start += length
                }
            }
        }
        for _ in 0..<2_000 { read() }
        let before = ProcessMemory.residentBytes
        for _ in 0..<20_000 { read() }
        #expect(framer.takeNotices().count == 100)
        #expect(ProcessMemory.residentBytes - before < 8 << 20)
        #expect(faults.allSatisfy { $0.kind == .xmlShapeWrong || $0.kind == .leaderMissing })
    }
}
