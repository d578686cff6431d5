import Ingest
import MARC
import Testing
import Update

@Suite struct FormatDetectionTests {
    private func format(_ text: String) -> SourceFormat? {
        Array(text.utf8).withUnsafeBufferPointer { FormatDetection.format(ofHead: $0, isWhole: true) }
    }

    @Test func `knows ISO 2709 by its delimiters and MARCXML by its elements`() {
        #expect(
            format("00074nam a2200037   4500001000600000245001200006\u{1E}12345\u{1E}00\u{1F}aTitle.\u{1E}\u{1D}")
                == .iso2709)
        #expect(format("junk 245\u{1E}00\u{1F}aTitle.\u{1E}\u{1D}") == .iso2709)
        #expect(format("00074nam a2200037   450000100060") == .iso2709)
        #expect(format("\u{FEFF}<?xml version=\"1.0\"?>\n<marc:collection xmlns:marc=\"x\"><marc:record/>") == .marcxml)
    }

    @Test func `takes a list of numbers for a delete list, with a heading or without`() {
        #expect(format("ocm01234567\nocm01234568\n") == .deleteList)
        #expect(format("control number\nocm01234567\r\nocm 1234568\r\n") == .deleteList)
        #expect(format("12345") == .deleteList)
    }

    @Test func `knows JSON by its names, MARCMaker and Aleph sequential by their first line`() {
        #expect(format("{\"leader\": \"00000nam\", \"fields\": []}") == .marcjson)
        #expect(format(" [{\"fields\": [{\"001\": \"1\"}]}]") == .marcjson)
        #expect(format("{\"rows\": [{\"id\": 1, \"content\": {\"leader\": \"00000nam\"}}]}") == .marcjson)
        #expect(format("\n=LDR  00000nam a2200000   4500\n=001  1\n") == .mrk)
        #expect(format("000000002 FMT   L BK\n000000002 LDR   L 00000nam^a2200301^i^4500\n") == .alephSequential)
    }

    @Test func `takes a table for a delete list where its heading names the control number`() {
        #expect(format("title;MMS ID\nThe title;991234\n") == .deleteList)
        #expect(format("\"Bib number\",\"Title\"\nb1234,\"A, b\"\n") == .deleteList)
    }

    @Test func `takes prose, tables, web pages and other bytes for nothing that it reads`() {
        #expect(format("Dear colleague,\nthe file follows tomorrow.\n") == nil)
        #expect(format("id;title;author\n1;The title;A. Author\n2;Another;B. Author") == nil)
        #expect(format("<!DOCTYPE html><html><body>503 Service Unavailable</body></html>") == nil)
        #expect(format("{\"title\": \"{\", \"properties\": {\"fields\": {\"type\": \"array\"}}}") == nil)
        #expect(format("\u{0}\u{1}\u{2}\u{3}") == nil)
        #expect(format("   \n") == nil)
    }
}
