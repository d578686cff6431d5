import MARC
import TestSupport
import Testing

@Suite struct MARCXMLDecoderTests {
    /// A record as tests write it down: what stands between `<record>` and `</record>`.
    private func read(_ inside: String) -> (text: String, faults: [String]) {
        let file = MARCXMLFile("<record><leader>00000nam a2200000   4500</leader>" + inside + "</record>")
        let record = file.records.first ?? ("no record", [])
        return (String(record.text.dropFirst("=LDR  00000nam\\a2200000\\\\\\4500\n".count)), record.faults.map(\.line))
    }

    @Test func `reads leader, control fields and data fields in their order`() {
        let file = MARCXMLFile(
            """
            <collection xmlns="http://www.loc.gov/MARC21/slim"><record>
              <leader>00714cam a2200205 a 4500</leader>
              <datafield tag="245" ind1="1" ind2="0">
                <subfield code="a">Arithmetic /</subfield>
                <subfield code="c">Carl &amp; Ida Sandburg &lt;i&gt; &#233;&#xE9;é.</subfield>
              </datafield>
              <controlfield tag="001">92005291</controlfield>
            </record></collection>
            """)
        #expect(
            file.recordTexts == [
                """
                =LDR  00714cam\\a2200205\\a\\4500
                =245  10$aArithmetic /$cCarl & Ida Sandburg <i> ééé.
                =001  92005291
                """
            ])
        #expect(file.records.first?.faults == [])
    }

    @Test func `understands prefixes, CDATA, comments, line ends and attributes in any order and quotes`() {
        let file = MARCXMLFile(
            """
            <m:record xmlns:m='http://www.loc.gov/MARC21/slim' type="Bibliographic"><m:leader>00714cam a2200205 a 4500</m:leader>
            <m:datafield  ind2='0'
              ind1='1' tag='245'><!-- <subfield> --><m:subfield code='a'><![CDATA[R&D <x>]]> and\r\nmore</m:subfield
            ></m:datafield></m:record>
            """)
        #expect(file.recordTexts == ["=LDR  00714cam\\a2200205\\a\\4500\n=245  10$aR&D <x> and\\x0Amore"])
        #expect(file.records.first?.faults == [])
    }

    @Test func `an ampersand, a quotation mark or a bracket may be an indicator or a code`() {
        let result = read(#"<datafield tag="900" ind1="&amp;" ind2='"'><subfield code="&lt;">x</subfield></datafield>"#)
        #expect(result.text == "=900  &\"$<x")
        #expect(result.faults == [])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var what: String
        var input: String
        var text: String
        var faults: [String]
        var testDescription: String { what }
    }

    /// Sound XML that is not as MARCXML wants it.
    static let shapes = [
        Case(
            what: "indicators that are missing, empty, too long or not ASCII",
            input:
                "<datafield tag='100' ind2=''><subfield code='a'>x</subfield></datafield><datafield tag='200' ind1='12' ind2='é'/>",
            text: "=100  $ax\n=200  1",
            faults: [
                "indicatorCountWrong at 49 in 100 expected \"ind1 of one character\"",
                "indicatorCountWrong at 49 in 100 expected \"ind2 of one character\"",
                "indicatorCountWrong at 121 in 200 found \"12\" expected \"ind1 of one character\"",
                "indicatorCountWrong at 121 in 200 found \"é\" expected \"ind2 of one character\"",
            ]),
        Case(
            what: "codes that are missing, empty or too long",
            input:
                "<datafield tag='100' ind1=' ' ind2=' '><subfield>x</subfield><subfield code=''>y</subfield><subfield code='ab'>z</subfield></datafield>",
            text: "=100  \\\\xy$az",
            faults: [
                "subfieldCodeMissing at 88 in 100", "subfieldCodeMissing at 110 in 100",
                "xmlShapeWrong at 140 in 100 found \"ab\" expected \"code of one character\"",
            ]),
        Case(
            what: "tags that are missing, too short or too long, or have a character that no tag has",
            input:
                "<controlfield>x</controlfield><controlfield tag='1'>y</controlfield><datafield tag='2455' ind1=' ' ind2=' '/><datafield tag='2-5' ind1=' ' ind2=' '/>",
            text: "=     x\n=001  y\n=245  \\\\\n=2-5  \\\\",
            faults: [
                "xmlShapeWrong at 49 in     expected \"attribute tag\"",
                "xmlShapeWrong at 49 in     found \"   \" expected \"datafield\"",
                "tagMalformed at 79 in 001 found \"1\" expected \"001\"",
                "tagMalformed at 117 in 245 found \"2455\" expected \"245\"",
                "tagMalformed at 158 in 2-5 found \"2-5\"",
            ]),
        Case(
            what: "control fields and data fields mistaken for one another",
            input:
                "<controlfield tag='FMT'>BK</controlfield><datafield tag='001' ind1=' ' ind2=' '> <subfield code='a'>12</subfield> </datafield>",
            text: "=FMT  BK\n=001  12",
            faults: [
                "xmlShapeWrong at 49 in FMT found \"FMT\" expected \"datafield\"",
                "xmlShapeWrong at 90 in 001 found \"001\" expected \"controlfield\"",
            ]),
        Case(
            what: "text where none belongs",
            input: "x<datafield tag='100' ind1=' ' ind2=' '>y &amp; z<subfield code='a'>b</subfield></datafield>",
            text: "=100  \\\\y & z$ab",
            faults: [
                "xmlShapeWrong at 40 found \"x\" expected \"no text\"",
                "xmlShapeWrong at 50 in 100 found \"y \" expected \"subfield\"",
            ]),
        Case(
            what: "elements that MARCXML does not know",
            input: "<datafield tag='100' ind1=' ' ind2=' '><subfield code='a'>One <i>two</i></subfield></datafield>",
            text: "=100  \\\\$aOne two",
            faults: ["xmlShapeWrong at 111 in 100 found \"i\" expected \"leader, controlfield, datafield or subfield\""]
        ),
        Case(
            what: "subfields outside a field and fields inside one another",
            input:
                "<subfield code='a'>x</subfield><datafield tag='100' ind1=' ' ind2=' '><subfield code='b'>y<subfield code='c'>z</subfield></subfield></datafield>",
            text: "=     $ax\n=100  \\\\$by$cz",
            faults: [
                "xmlShapeWrong at 49 in     found \"subfield\" expected \"datafield\"",
                "xmlShapeWrong at 80 in     expected \"an end tag\"",
                "xmlShapeWrong at 139 in 100 found \"b\" expected \"</subfield>\"",
                "xmlShapeWrong at 170 in 100 found \"subfield\" expected \"no </subfield>\"",
            ]),
    ]

    /// XML that is not well formed: only the damage is lost.
    static let damages = [
        Case(
            what: "a control character, a reference to one, and one that MARC uses as a delimiter",
            input: "<controlfield tag='001'>a\u{01}b&#2;c\u{1F}d&#x1E;e</controlfield>",
            text: "=001  a\\x01b\\x02c\\d\\e",
            faults: [
                "xmlNotWellFormed at 74 in 001 found \"\\x01\"", "xmlNotWellFormed at 76 in 001 found \"&#2;\"",
                "xmlNotWellFormed at 81 in 001 found \"\\x1F\"", "xmlNotWellFormed at 83 in 001 found \"&#x1E;\"",
            ]),
        Case(
            what: "entities that XML does not have, and an ampersand that begins nothing",
            input: "<controlfield tag='001'>a&nbsp;b&eacute;c & d&lol9;&</controlfield>",
            text: "=001  a&nbsp;b&eacute;c\\&\\d&lol9;&",
            faults: [
                "xmlEntityRefused at 74 in 001 found \"&nbsp;\"", "xmlEntityRefused at 81 in 001 found \"&eacute;\"",
                "xmlNotWellFormed at 91 in 001 found \"&\"", "xmlEntityRefused at 94 in 001 found \"&lol9;\"",
                "xmlNotWellFormed at 100 in 001 found \"&\"",
            ]),
        Case(
            what: "references to characters that do not exist",
            input: "<controlfield tag='001'>a&#xD800;b&#x110000;c&#xFFFE;d&#;</controlfield>",
            text: "=001  a&#xD800;b&#x110000;c&#xFFFE;d&#;",
            faults: [
                "xmlNotWellFormed at 74 in 001 found \"&#xD800;\"",
                "xmlNotWellFormed at 83 in 001 found \"&#x110000;\"",
                "xmlNotWellFormed at 94 in 001 found \"&#xFFFE;\"", "xmlNotWellFormed at 103 in 001 found \"&#;\"",
            ]),
        Case(
            what: "end tags that are missing",
            input:
                "<datafield tag='100' ind1=' ' ind2=' '><subfield code='a'>x<subfield code='b'>y</datafield><controlfield tag='001'>z",
            text: "=100  \\\\$ax$by\n=001  z",
            faults: [
                "xmlNotWellFormed at 108 in 100 found \"a\" expected \"</subfield>\"",
                "xmlNotWellFormed at 128 in 100 expected \"</subfield>\"",
                "xmlNotWellFormed at 165 in 001 expected \"an end tag\"",
            ]),
        Case(
            what: "an end tag too many and one that is mistyped",
            input:
                "<datafield tag='100' ind1=' ' ind2=' '></subfield><subfield code='a'>x</subfeld><subfield code='b'>y</subfield></datafield></datafield>",
            text: "=100  \\\\$ax$by",
            faults: [
                "xmlNotWellFormed at 88 in 100 found \"subfield\" expected \"no </subfield>\"",
                "xmlNotWellFormed at 129 in 100 found \"a\" expected \"</subfield>\"",
                "xmlNotWellFormed at 172 found \"datafield\" expected \"no end tag\"",
            ]),
        Case(
            what: "angle brackets in text",
            input: "<controlfield tag='001'>a < b <3 <</controlfield>", text: "=001  a\\<\\b\\<3\\<",
            faults: [
                "xmlNotWellFormed at 75 in 001 found \"< b <3 <</co\" expected \"&lt;\"",
                "xmlNotWellFormed at 79 in 001 found \"<3 <</contro\" expected \"&lt;\"",
                "xmlNotWellFormed at 82 in 001 found \"<</controlfi\" expected \"&lt;\"",
            ]),
        Case(
            what: "attributes without quotation marks, with one, and twice",
            input:
                "<datafield tag=100 ind1='1' ind2=\"2><subfield code=\"a>x</subfield></datafield><datafield tag='1' tag='200' ind1=' ' ind2=' '/>",
            text: "=100  12$ax\n=001  ",
            faults: [
                "xmlNotWellFormed at 49 in 100 found \"<datafield tag=100 ind1='1' ind2=\"2>\"",
                "xmlNotWellFormed at 85 in 100 found \"<subfield code=\"a>\"",
                "xmlNotWellFormed at 127 found \"200\"",
                "tagMalformed at 127 in 001 found \"1\" expected \"001\"",
                "xmlShapeWrong at 127 in 001 found \"001\" expected \"controlfield\"",
            ]),
        Case(
            what: "a comment and a CDATA section that are never closed",
            input: "<!-- x <controlfield tag='001'><![CDATA[a&b</controlfield>", text: "=001  a&b",
            faults: [
                "xmlNotWellFormed at 49 found \"<!-- x <cont\" expected \"&lt;\"",
                "xmlShapeWrong at 53 found \" x \" expected \"no text\"",
                "xmlNotWellFormed at 80 in 001 found \"<![CDATA[a&b\" expected \"&lt;\"",
                "xmlNotWellFormed at 90 in 001 found \"&\"",
            ]),
        Case(
            what: "a document type declaration",
            input: "<!DOCTYPE x [<!ENTITY e 'expanded'>]><controlfield tag='001'>&e;</controlfield>", text: "=001  &e;",
            faults: [
                "xmlEntityRefused at 49 found \"<!DOCTYPE x [<!ENTITY e 'expanded'>]>\" expected \"no document type declaration\"",
                "xmlEntityRefused at 110 in 001 found \"&e;\"",
            ]),
        Case(
            what: "]]> in text, which libxml2 alone objects to",
            input: "<controlfield tag='001'>a]]>b</controlfield>", text: "=001  a]]>b",
            faults: ["xmlNotWellFormed at 0 expected \"Sequence ']]>' not allowed in content\""]),
    ]

    @Test(arguments: shapes + damages) func `damage is named and all else kept:`(_ example: Case) {
        let result = read(example.input)
        #expect(result.text == example.text)
        #expect(result.faults == example.faults)
    }

    @Test func `bytes that are not UTF-8 are kept as they are and named`() {
        let bytes =
            Array("<record><leader>00000nam a2200000   4500</leader><controlfield tag='001'>caf".utf8) + [0xE9, 0xE8]
            + Array(" \u{FFFF} </controlfield></record>".utf8)
        let file = MARCXMLFile(bytes)
        #expect(file.recordTexts == ["=LDR  00000nam\\a2200000\\\\\\4500\n=001  caf\\xE9\\xE8\\\u{FFFF}\\"])
        #expect(
            file.records.first?.faults.map(\.line) == [
                "xmlNotWellFormed at 76 in 001 found \"\\xE9\\xE8\"",
                "xmlNotWellFormed at 79 in 001 found \"\u{FFFF}\"",
            ])
    }

    @Test(arguments: [
        (
            "<leader>00000nam a2200000 4500</leader>", "00000nam a2200000   4500",
            ["leaderDamaged at 38 found \"00000nam a2200000 4500\" expected \"24\""]
        ),
        (
            "<leader>00000nam a2200000   4500 </leader>", "00000nam a2200000   4500",
            ["leaderDamaged at 41 found \"00000nam a2200000   4500 \" expected \"24\""]
        ),
        ("<leader>nam</leader>", "nam                     ", ["leaderDamaged at 19 found \"nam\" expected \"24\""]),
        ("<leader/>", "                        ", ["leaderDamaged at 8 expected \"24\""]),
        ("", "                        ", ["leaderMissing at 0"]),
        (
            "<leader>00000nam a2200000   4500</leader><leader>00000cam a2200000   4500</leader>",
            "00000nam a2200000   4500",
            ["xmlShapeWrong at 49 found \"leader\" expected \"one leader\""]
        ),
    ])
    func `a leader that is not 24 characters long is made so`(inside: String, leader: String, faults: [String]) {
        let record = MARCXMLFile("<record>" + inside + "</record>").records.first
        #expect(record?.text == "=LDR  " + leader.replacing(" ", with: "\\"))
        #expect(record?.faults.map(\.line) == faults)
    }

    @Test func `a record that the file cuts off keeps what is there`() {
        let file = MARCXMLFile(
            "<c><record><leader>00000nam a2200000   4500</leader><datafield tag='245' ind1='0' ind2='0'><subfield code='a'>Begun"
        )
        #expect(file.recordTexts == ["=LDR  00000nam\\a2200000\\\\\\4500\n=245  00$aBegun"])
        #expect(file.records.first?.faults.map(\.line).first == "recordTruncated at 112 in 245 expected \"</record>\"")
    }

    @Test func `the namespace of a record that was cut out is that of its document`() {
        let record = "<m:record><m:leader>00000nam a2200000   4500</m:leader></m:record>"
        func faults(_ declaration: String) -> [String] {
            MARCXMLFile("<c \(declaration)>\(record)</c>").records.first?.faults.map(\.line) ?? ["no record"]
        }
        #expect(faults("xmlns:m='http://www.loc.gov/MARC21/slim'") == [])
        #expect(
            faults("xmlns:m='urn:x'") == [
                "xmlShapeWrong at 0 found \"urn:x\" expected \"http://www.loc.gov/MARC21/slim\""
            ])
        #expect(faults("") == ["xmlShapeWrong at 0 found \"m\" expected \"a declared prefix\""])
    }

    @Test func `a bad record costs no other`() {
        let good = "<record><leader>00000nam a2200000   4500</leader><controlfield tag='001'>1</controlfield></record>"
        let bad = "<record><leader>00000nam a2200000   4500</leader><controlfield tag='001'>1&x;<</record>"
        let file = MARCXMLFile("<c>" + [good, bad, good, bad, bad, good].joined() + "</c>")
        #expect(file.records.map(\.faults.isEmpty) == [true, false, true, false, false, true])
    }
}
