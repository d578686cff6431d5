import MARC
import TestSupport
import Testing

@Suite struct AlephTests {
    private func read(_ text: String) -> TextFormatFile { TextFormatFile(text, .aleph) }

    @Test func `lines with one system number are a record`() {
        let file = read(
            """
            000000002 FMT   L BK
            000000002 LDR   L 00000nam^a2200301^i^4500
            000000002 001   L 000000002
            000000002 008   L 050601s1921^^^^xx^
            000000002 24510 L $$aCosts 5$ or 6$$cNobody
            000000003 LDR   L 00000nam^a2200301^i^4500
            000000003 650 0 L $$a加德滿都
            000000003 DEL   L $$aY

            """)
        #expect(
            file.records.map(\.text) == [
                """
                =LDR  00000nam\\a2200301\\i\\4500
                =FMT  \\\\$aBK
                =001  000000002
                =008  050601s1921\\\\\\\\xx\\
                =245  10$aCosts 5{dollar} or 6$cNobody
                """,
                """
                =LDR  00000dam\\a2200301\\i\\4500
                =001  000000003
                =650  \\0$a加德滿都
                =DEL  \\\\$aY
                """,
            ])
        #expect(file.faults.isEmpty)
        #expect(file.kinds == [.record, .record])
    }

    @Test func `lines of another form are kept and reported`() {
        let file = read("Export of today\n000000002 24510 L no delimiter\nand on\n\n000000003 001   L 3\n")
        #expect(file.kinds == [.unreadable, .record, .record])
        #expect(
            file.records.first?.text
                == "=LDR  \(String(repeating: "\\", count: 24))\n=001  000000002\n=245  10no delimiter and on")
        #expect(file.records.first?.faults.map(\.kind) == [.delimiterMissing, .lineMalformed, .leaderMissing])
    }
}
