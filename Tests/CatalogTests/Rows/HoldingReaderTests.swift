import MARC
import TestSupport
import Testing
import Update

@testable import Catalog

/// What a record's holdings are, without and with a profile's map.
@Suite struct HoldingReaderTests {
    /// A line a holding: the columns that have a value.
    private func holdings(_ text: String, _ kind: RecordKind = .bibliographic, by map: HoldingsMap? = nil) -> [String] {
        var holdings: [HoldingSlices] = []
        var bytes: [UInt8] = []
        Records.record(text).withView { HoldingReader(map).append($0, kind, to: &holdings, &bytes) }
        return bytes.withUnsafeBufferPointer { all in
            holdings.map { holding in
                HoldingsMap.Column.allCases.filter { !holding[$0].isEmpty }
                    .map { "\($0.key) \(all.slice(holding[$0]).text)" }.joined(separator: " | ")
            }
        }
    }

    private func map(_ tag: MARC.Tag, _ places: KeyValuePairs<HoldingsMap.Column, [String]>) -> HoldingsMap {
        var map = HoldingsMap(tag: tag)
        for (column, texts) in places { map[column] = texts.compactMap { map.place($0) } }
        return map
    }

    @Test func `fields between two 852 belong to the one before`() {
        let text = """
            =852  0\\$aBVA$bMain$hPZ3
            =866  \\0$av.1-12$zlacks v.3
            =856  40$uhttps://example.org/main
            =852  0\\$aBVA$bAnnex
            =866  \\0$av.13-
            =867  \\0$aindex 1990
            """
        #expect(
            holdings(text) == [
                "library BVA | location Main | call-number PZ3 | url https://example.org/main | summary v.1-12",
                "library BVA | location Annex | summary v.13-; index 1990",
            ])
    }

    @Test func `where all 852 stand together the first 866 belongs to the first, and what is left over to the last`() {
        let text = """
            =852  \\\\$bMain
            =852  \\\\$bAnnex
            =866  \\0$av.1
            =866  \\0$av.2
            =866  \\0$av.3
            =867  \\0$asuppl.
            """
        #expect(holdings(text) == ["location Main | summary v.1; suppl.", "location Annex | summary v.2; v.3"])
    }

    @Test func `a number in $8 goes before the order, and 0 is none`() {
        let text = """
            =852  \\\\$81$bMain
            =852  \\\\$82$bAnnex
            =866  \\0$82.1$av.2
            =866  \\0$81\\p$av.1
            =868  \\0$80$aindex
            =876  \\\\$82$p302
            """
        #expect(
            holdings(text) == [
                "location Main | summary v.1; index", "location Annex | barcode 302 | summary v.2",
            ])
    }

    @Test func `several items of an 852 are a row each, one item tells more of its 852`() {
        let text = """
            =852  \\\\$bMain$hPZ3$t9$p999
            =876  \\\\$p301$t1
            =877  \\\\$p302
            """
        #expect(
            holdings(text) == [
                "location Main | call-number PZ3 | copy 1 | barcode 301",
                "location Main | call-number PZ3 | barcode 302",
            ])
        #expect(
            holdings("=852  \\\\$bMain$t9$p999\n=876  \\\\$p301") == ["location Main | copy 9 | barcode 301"])
    }

    @Test func `a URL that can belong to each of several 852 belongs to all, two of two to one each`() {
        let shelves = "=852  \\\\$bMain\n=852  \\\\$bAnnex\n"
        #expect(
            holdings(shelves + "=856  40$uhttp://a") == [
                "location Main | url http://a", "location Annex | url http://a",
            ])
        #expect(
            holdings(shelves + "=856  40$uhttp://a\n=856  40$uhttp://b") == [
                "location Main | url http://a", "location Annex | url http://b",
            ])
    }

    @Test
    func `a record without 852 has one holding where it has a URL or a statement, but none for a related resource`() {
        #expect(holdings("=856  40$uhttp://a$zread\n=856  41$uhttp://b") == ["url http://a http://b"])
        #expect(holdings("=856  42$uhttp://cover") == [])
        #expect(holdings("=856  40$zno address") == [])
        #expect(holdings("=866  \\0$av.1-") == ["summary v.1-"])
        #expect(holdings("=856  40$uhttp://a", .authority) == [])
    }

    @Test func `by a map for 852 places in 856, 866 and 876 are those that belong to the 852`() {
        let own = map("852", [.location: ["b"], .barcode: ["876$p", "p"], .url: ["856$u"], .summary: ["866$a", "z"]])
        let text = """
            =852  \\\\$bMain$p301$zon loan
            =852  \\\\$bAnnex
            =866  \\0$av.1
            =866  \\0$av.2
            =876  \\\\$p401
            =876  \\\\$p402
            =876  \\\\$p403
            """
        #expect(
            holdings(text, by: own) == [
                "location Main | barcode 401 | summary v.1; on loan", "location Annex | barcode 402 | summary v.2",
                "location Annex | barcode 403 | summary v.2",
            ])
    }

    @Test func `by a map for 876 each item is a holding, its place that of its 852`() {
        let own = map("876", [.location: ["l", "852$b"], .barcode: ["p"], .callNumber: ["852$h", "090$a"]])
        let text = """
            =090  \\\\$aPZ
            =852  \\\\$bMain$hPZ3
            =876  \\\\$p301
            =876  \\\\$p302$lReserve
            =852  \\\\$bAnnex
            =876  \\\\$p303
            """
        #expect(
            holdings(text, by: own) == [
                "location Main | call-number PZ3 | barcode 301", "location Reserve | call-number PZ3 | barcode 302",
                "location Annex | call-number PZ | barcode 303",
            ])
    }

    @Test func `by a map for a local field a URL alone is a holding where the map asks for it`() {
        let own = map("949", [.library: ["a"], .url: ["u", "856$u"]])
        #expect(holdings("=949  \\\\$aX\n=856  40$uhttp://a", by: own) == ["library X | url http://a"])
        #expect(holdings("=856  40$uhttp://a", by: own) == ["url http://a"])
        #expect(holdings("=852  \\\\$aX", by: own) == [])
        #expect(holdings("=856  40$uhttp://a", by: map("949", [.library: ["a"]])) == [])
    }

    @Test func `a map without URL and summary has the hash that it had before there were these`() {
        var own = map("949", [.library: ["a"], .barcode: ["i"]])
        let before = """
            field 949
            library 949$a
            location \nsublocation \ncall-number \ncopy \nbarcode 949$i
            note \n
            """.dropLast()
        #expect(own.text == before)
        own[.url] = [own.place("u")].compactMap { $0 }
        #expect(own.text == before + "\nurl 949$u")
    }
}
