import Testing

@testable import Validate

@Suite struct `Keys` {
    let judging = Judging.ofForm

    private func keys(_ lines: String...) -> [String] {
        judging.keys(Judging.record("=001  b1") + "\n" + lines.joined(separator: "\n"))
    }

    @Test func `the control number comes first, as it stands`() {
        #expect(keys() == ["control b1"])
        #expect(judging.keys(Judging.record("=001   b1 ")) == ["control b1"])
    }

    @Test func `ISBNs become 13 digits, each of them once, invalid ones none`() {
        #expect(
            keys("=020  \\\\$a0-12-345678-9", "=020  \\\\$a9780123456786 (pbk.)", "=020  \\\\$a080442957x$z0123456780")
                == ["control b1", "isbn 9780123456786", "isbn 9780804429573"])
        #expect(keys("=020  \\\\$a0123456780") == ["control b1"])
    }

    @Test func `ISSNs become eight characters`() {
        #expect(keys("=022  \\\\$a0046-225x", "=776  \\\\$x1234-5679") == ["control b1", "issn 0046225X"])
    }

    @Test(arguments: [
        ("   85000002 ", "85000002"), ("n 78-890351", "n78890351"), ("75-425165//r75", "75425165"),
        ("85-2 ", "85000002"),
        ("  2001627090", "2001627090"), (" 79139101 /AC/r932", "79139101"), ("sn 85000002", "sn85000002"),
    ])
    func `LCCNs are normalised as the Library of Congress does`(value: String, form: String) {
        #expect(keys("=010  \\\\$a\(value)") == ["control b1", "lccn \(form)"])
    }

    @Test(arguments: ["", "abc", "123", "   8500000223344 ", "toolongaprefix85000002"])
    func `what is no LCCN makes no key`(value: String) {
        #expect(keys("=010  \\\\$a\(value)") == ["control b1"])
    }

    @Test func `OCLC numbers lose prefix and zeros, wherever they stand`() {
        #expect(
            keys(
                "=035  \\\\$a(OCoLC)ocm01234567", "=035  \\\\$a(OCoLC)1234567", "=035  \\\\$a(DLC)99",
                "=035  \\\\$a(ocolc)on1234567890")
                == ["control b1", "oclc 1234567", "oclc 1234567890"])
        #expect(judging.keys(Judging.sound) == ["control ocm01234567", "oclc 1234567"])
        #expect(keys("=035  \\\\$a(OCoLC)", "=035  \\\\$a(OCoLC)abc", "=035  \\\\$z(OCoLC)5") == ["control b1"])
    }

    @Test func `a rejected record keeps its control number and no other key`() {
        #expect(judging.keys(Judging.record("=245", "=020  \\\\$a0123456789")).first == "control ocm01234567")
    }
}
