import MARC
import TestSupport
import Testing
@_spi(Scrub) @_spi(Validate) import Update

@testable import Catalog

@Suite struct RowBatchTests {
    private func rows(_ texts: [String], keys: [(RecordKey, String)] = []) -> RowBatch {
        var batch = Batch<Scrubbed>(scrubbedFrom: FileTable([]))
        var verdicts: [Verdict] = []
        for (index, text) in texts.enumerated() {
            batch.append(
                Records.record(text),
                origin: RecordOrigin(offset: 0, length: 0, ordinalInFile: 1, ordinal: index, file: 0),
                intent: .keep, disposition: .passed, isRepaired: false)
            var verdict = Verdict(disposition: .passed, intent: .keep, kind: .bibliographic)
            verdict.addKey(.control, Array("c\(index)".utf8))
            for (key, value) in keys { verdict.addKey(key, Array(value.utf8)) }
            verdicts.append(verdict)
        }
        return RowBatch(of: Batch<Validated>(judging: batch, verdicts: verdicts))
    }

    @Test func `title, author and subject are what patrons search`() {
        let batch = rows([
            """
            =100  1\\$aWoolf, Virginia,$d1882-1941,$eauthor.
            =245  10$aMrs Dalloway :$ba novel /$cVirginia Woolf.$nPart 1,$pMorning
            =245  00$aA second title
            =600  10$aWoolf, Virginia$xCriticism$2fast$0(uri)1
            =650  \\0$aLondon (England)$vFiction.$edepicted
            =700  1\\$aBell, Vanessa$tDust jackets$4ill
            =710  2\\$aHogarth Press.$bOffice$eprinter
            =711  2\\$aMeeting$d(1925 :$cLondon)
            =720  \\\\$aNobody
            =880  10$6245-01$aMissis
            """
        ])
        #expect(batch.text(0, in: .title) == "Mrs Dalloway : a novel / Part 1, Morning")
        #expect(
            batch.text(0, in: .author)
                == "Woolf, Virginia, 1882-1941, ; Bell, Vanessa ; Hogarth Press. Office ; Meeting (1925 : London) ; Nobody"
        )
        #expect(batch.text(0, in: .subject) == "Woolf, Virginia Criticism ; London (England) Fiction.")
    }

    @Test func `a record without title, author and subject has empty texts`() {
        let batch = rows(["=008  x"])
        for field in SearchField.allCases { #expect(batch.text(0, in: field) == "") }
    }

    @Test func `a holding is an 852, its call number put together in the order of the field`() {
        let batch = rows(["=852  0\\$3v.1$aBVA$bMain$bDesk$cStacks$kREF$hPZ3$iW88$mx$t2$p3001$zOn loan$xsecret"])
        let holding = batch.holdings[0]
        var values: [String] = []
        batch.withBytes { bytes in holding.forEach { values.append(bytes.slice($0).text) } }
        #expect(values == ["BVA", "Main Desk", "Stacks", "REF PZ3 W88 x", "2", "3001", "On loan", "", ""])
    }

    @Test func `an identifier that comes twice is one row`() {
        let batch = rows(["=245  00$aX"], keys: [(.isbn, "1"), (.oclc, "1"), (.isbn, "1"), (.isbn, "2")])
        #expect(batch.identifiers(0).map { "\($0.type.name) \($0.value)" } == ["isbn 1", "oclc 1", "isbn 2"])
    }

    @Test func `any part that differs makes another sum`() {
        let base = "=245  00$aA$bB\n=852  \\\\$aL$bM"
        let variants = [
            base, "=245  00$aA$bC\n=852  \\\\$aL$bM", "=245  00$aAB\n=852  \\\\$aL$bM",
            "=245  00$aA$bB\n=852  \\\\$aLM",
            "=245  00$aA$bB",
        ]
        let batch = rows(variants)
        let sums = batch.rows.map(\.sums)
        for (left, right) in [(0, 1), (0, 2), (0, 3), (0, 4), (1, 2), (3, 4)] { #expect(sums[left] != sums[right]) }
        #expect(rows([base]).rows[0].sums == sums[0])
    }

    @Test func `what is stored says what was validated, and nothing else`() {
        let record = Records.record("=001  x\n=245  10$aTitle /$cby me.\n=500  \\\\$aNote")
        let other = Records.record("=001  x\n=245  10$aTitle /$cby me.\n=500  \\\\$aNota")
        let batch = rows([Records.text(record)])
        #expect(record.withView { batch.says(0, $0) })
        #expect(!other.withView { batch.says(0, $0) })
    }
}

@Suite struct MultisetSumTests {
    @Test func `rows added and taken away in any order leave the same sum`() {
        let hashes = (0..<50).map { Hash128(low: .max - UInt64($0), high: UInt64($0) &* 0x9E37_79B9_7F4A_7C15) }
        var forwards = MultisetSum()
        var backwards = MultisetSum()
        for hash in hashes { forwards.add(hash) }
        for hash in hashes.reversed() { backwards.add(hash) }
        #expect(forwards == backwards && forwards.rows == 50)
        for hash in hashes.shuffled() { forwards -= MultisetSum(rows: 1, sum: hash) }
        #expect(forwards == MultisetSum())
    }

    @Test func `sums survive being written as text`() {
        var sums = TableSums()
        sums.records.add(Hash128(low: 1, high: .max))
        sums.identifiers.add(Hash128(low: .max, high: 7))
        #expect(TableSums(text: sums.text) == sums)
        #expect(
            sums.text
                == "1:ffffffffffffffff0000000000000001 0:00000000000000000000000000000000 1:0000000000000007ffffffffffffffff"
        )
    }
}
