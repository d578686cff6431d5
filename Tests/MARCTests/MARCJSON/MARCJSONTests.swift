import MARC
import TestSupport
import Testing

@Suite struct MARCJSONTests {
    private static let one = #"""
        {"leader":"00000nam a2200000 a 4500","fields":[{"001":"ocm1"},{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"Grüße \"{\" \u00e9\ud83d\ude00 /"},{"c":"Nobody."}]}}]}
        """#
    private static let oneText = """
        =LDR  00000nam\\a2200000\\a\\4500
        =001  ocm1
        =245  10$aGrüße "{" é😀 /$cNobody.
        """

    private func read(_ text: String) -> TextFormatFile { TextFormatFile(text, .marcjson) }

    @Test func `an object, an array of them and one a line are the same records`() {
        for text in [Self.one, "[\(Self.one),\n \(Self.one)]", "\(Self.one)\n\(Self.one)\n", "\u{FEFF}\(Self.one)"] {
            let file = read(text)
            #expect(file.records.allSatisfy { $0.text == Self.oneText && $0.faults.isEmpty })
            #expect(file.records.count == (text.contains("\n") ? 2 : 1))
            #expect(!file.kinds.contains(.unreadable))
        }
    }

    @Test func `records inside other JSON are found, whatever their names' order`() {
        let file = read(
            #"""
            {"sourceRecords": [{"id": "{1}", "parsedRecord": {"id": "x", "content": {"fields": [
              {"001": "1"}, {"020": {"subfields": [{"a": "2"}], "ind1": " ", "ind2": " "}}], "leader": "00000nam a2200000 a 4500"}},
              "additionalInfo": {"suppressDiscovery": false}}, {"_id": {"$oid": "5"}, "leader": "00000cam a2200000 a 4500", "fields": []}],
             "totalRecords": 2}
            """#)
        #expect(file.records.map(\.text).count == 2)
        #expect(file.records.first?.text == "=LDR  00000nam\\a2200000\\a\\4500\n=001  1\n=020  \\\\$a2")
        #expect(file.records.first?.faults.isEmpty ?? false)
        #expect(file.records.last?.text == "=LDR  00000cam\\a2200000\\a\\4500")
        #expect(file.faults == [.jsonShapeWrong])
        #expect(!file.kinds.contains(.unreadable))
    }

    @Test func `a record that is not closed costs nothing of the next one`() {
        let cut =
            #"{"leader":"00000nam a2200000 a 4500","fields":[{"001":"1"},{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"The Great"#
        let file = read(cut + "\n" + Self.one)
        #expect(file.records.count == 2)
        #expect(file.records[0].text.hasPrefix("=LDR  00000nam\\a2200000\\a\\4500\n=001  1\n=245  10$aThe Great"))
        #expect(file.records[0].faults.map(\.kind).contains(.jsonNotWellFormed))
        #expect(file.records[1].text == Self.oneText)
        #expect(file.records[1].faults.isEmpty)
    }

    @Test func `after damage in one field the next ones are read`() {
        let file = read(
            #"{"leader":"00000nam a2200000 a 4500","fields":[{"001":"1"},{"100":{"ind1" "1"}},{"245":{"ind1":"1","ind2":"0","subfields":[{"a":"T"}]}}]}"#
        )
        #expect(file.records.first?.text.hasSuffix("=245  10$aT") ?? false)
        #expect(file.faults.contains(.jsonNotWellFormed))
        #expect(file.records.first?.text.contains("=001  1\n") ?? false)
    }

    @Test func `what is of another kind than it should be is kept and reported`() {
        let file = read(
            #"{"fields":[{"245":"A title"},{"00X":5},{"008":{"ind1":" ","subfields":[{"a":"x"}]}},{"650":{"ind1":"","ind2":null,"subfields":[{"ab":"y"},{"a":null}]}},{"24":"z"}]}"#
        )
        #expect(
            file.records.first?.text
                == "=LDR  \(String(repeating: "\\", count: 24))\n=245  A title\n=00X  5\n=008  x\n=650  \\\\y$a\n=24   z"
        )
        #expect(
            Set(file.faults) == [
                .delimiterMissing, .jsonShapeWrong, .indicatorCountWrong, .subfieldCodeMissing, .tagMalformed,
                .leaderMissing,
            ])
    }

    @Test func `text that is no record stays unreadable, and an empty file has nothing`() {
        #expect(read("ERROR 500\n" + Self.one).kinds == [.unreadable, .record])
        #expect(read("").pieces.isEmpty)
        #expect(read("[]").kinds == [.filler])
    }

    @Test func `what the writer writes the reader reads`() {
        let record = Records.record(
            """
            =LDR  00000nam a2200000 a 4500
            =001  a"b\\c
            =245  10$aBack{x5C}slash, "quote", tab{x09}, Grüße {dollar}5$b
            =900  \\\\$zend
            """)
        var output: [UInt8] = []
        record.withView { MARCJSONWriter.append($0, to: &output) }
        record.withView { MARCJSONWriter.append($0, to: &output) }
        let file = TextFormatFile(output, .marcjson)
        #expect(file.records.map(\.text) == [Records.text(record), Records.text(record)])
        #expect(file.faults.isEmpty)
    }
}
