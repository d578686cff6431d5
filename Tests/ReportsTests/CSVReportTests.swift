import Testing

@testable import Reports

@Suite struct `A line of defects.csv` {
    private func cell(_ message: String) -> String {
        var row = DefectRow()
        (row.code, row.message) = ("a.b", message)
        let line = CSVReport.line(row)
        #expect(line.hasPrefix("a.b" + String(repeating: ",", count: 17)) && line.hasSuffix("\r\n"))
        return String(line.dropFirst("a.b".count + 17).dropLast())
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
        ("two\nlines", "\"two\nlines\""),
        (" edge ", "\" edge \""), ("Ærø", "Ærø"), ("\"\u{301}", "\"\"\"\u{301}\""),
    ])
    func `quotes what must be quoted and nothing else`(_ text: String, _ expected: String) {
        #expect(cell(text) == expected)
    }

    @Test(arguments: [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+1", "'+1"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"), ("\r=1", "\"'\r=1\""), ("＝1", "'＝1"), ("=1,\"2\"", "\"'=1,\"\"2\"\"\""), ("a=1", "a=1"),
    ])
    func `lets no spreadsheet take text for a formula`(_ text: String, _ expected: String) {
        #expect(cell(text) == expected)
    }
}
