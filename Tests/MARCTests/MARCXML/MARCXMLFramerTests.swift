import MARC
import Testing

@Suite struct MARCXMLFramerTests {
    @Test func `cuts a collection into records and remembers its namespaces`() {
        let file = MARCXMLFile(
            """
            <?xml version="1.0"?>
            <marc:collection xmlns:marc="http://www.loc.gov/MARC21/slim" xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>
            <marc:record><marc:leader>1</marc:leader></marc:record>
            <marc:record type="x"><marc:leader>2</marc:leader></marc:record></marc:collection>

            """)
        #expect(
            file.slices == [
                "<marc:record><marc:leader>1</marc:leader></marc:record>",
                #"<marc:record type="x"><marc:leader>2</marc:leader></marc:record>"#,
            ])
        #expect(file.pieces.map(\.kind) == [.filler, .record, .filler, .record, .filler])
        #expect(
            file.pieces[1].context
                == #" xmlns:marc="http://www.loc.gov/MARC21/slim" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#
        )
    }

    @Test func `takes the innermost record of an OAI envelope and forgets namespaces that have ended`() {
        let file = MARCXMLFile(
            """
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>
            <record><header status="deleted"><identifier>1</identifier></header></record>
            <record><header/><metadata xmlns:m="urn:x"><record xmlns="http://www.loc.gov/MARC21/slim"><leader/></record></metadata></record>
            <record><header/><metadata><m:record><m:leader/></m:record></metadata></record>
            </ListRecords></OAI-PMH>
            """)
        #expect(
            file.slices == [
                #"<record xmlns="http://www.loc.gov/MARC21/slim"><leader/></record>"#,
                "<m:record><m:leader/></m:record>",
            ])
        let contexts = file.pieces.filter { $0.kind == .record }.map(\.context)
        #expect(
            contexts == [
                #" xmlns:m="urn:x" xmlns="http://www.openarchives.org/OAI/2.0/""#,
                #" xmlns="http://www.openarchives.org/OAI/2.0/""#,
            ])
    }

    @Test func `reads documents that stand one after the other, and records that stand alone`() {
        let one = #"<?xml version="1.0"?><collection><record><leader>a</leader></record></collection>"#
        #expect(MARCXMLFile(one + "\n" + one).slices.count == 2)
        #expect(MARCXMLFile("<record><leader>a</leader></record><record/>").slices.count == 2)
        #expect(MARCXMLFile("<record></record>").slices == ["<record></record>"])
        #expect(MARCXMLFile("").pieces.isEmpty)
    }

    @Test func `steps over comments, CDATA sections and instructions, whatever they hold`() {
        let file = MARCXMLFile(
            """
            <!-- <record><leader>no</leader></record> --><?x </record> ?><collection>
            <record><!-- </record> --><leader>a</leader><datafield><subfield><![CDATA[</record><record>]]></subfield></datafield></record>
            </collection>
            """)
        #expect(file.slices.count == 1)
        #expect(file.slices.first?.hasSuffix("<![CDATA[</record><record>]]></subfield></datafield></record>") == true)
    }

    @Test func `refuses a document type declaration and reports it`() {
        let file = MARCXMLFile(
            """
            <!DOCTYPE collection [ <!ENTITY a "<record><leader>no</leader></record>"> <!-- ]> --> ]>
            <collection><record><leader>&a;</leader></record></collection>
            """)
        #expect(file.slices == ["<record><leader>&a;</leader></record>"])
        #expect(file.notices.map(\.kind) == [.xmlEntityRefused])
        #expect(file.notices.first?.offset == 0)
        #expect(file.notices.first?.expected == "no document type declaration")
    }

    @Test(arguments: [
        // The end tag of the record is missing.
        (
            "<c><record><leader>a</leader><record><leader>b</leader></record></c>",
            ["<record><leader>a</leader>", "<record><leader>b</leader></record>"]
        ),
        // It is missing from the last record of a collection.
        ("<c><record><leader>a</leader></c>", ["<record><leader>a</leader>"]),
        // The end tag of the collection stands inside the record.
        (
            "<c><record><leader>a</leader></c><leader>b</leader></record></c>",
            ["<record><leader>a</leader></c><leader>b</leader></record>"]
        ),
        // An OAI envelope ends, the record in it does not.
        (
            "<r><record><header/><m><x:record><x:leader/></m></record><record><header/><m><x:record><x:leader/></x:record></m></record></r>",
            ["<x:record><x:leader/>", "<x:record><x:leader/></x:record>"]
        ),
        // The file ends in the middle of a tag.
        ("<c><record><leader>a</leader><datafield ta", ["<record><leader>a</leader><datafield ta"]),
        // The start tag of the record is missing; the leader shows where it was.
        (
            "<c><leader>a</leader></record><record><leader>b</leader></record></c>",
            ["<leader>a</leader></record>", "<record><leader>b</leader></record>"]
        ),
        // A comment that is never closed costs nothing.
        (
            "<c><record><!-- <leader>a</leader></record><record><!-- x --><leader>b</leader></record></c>",
            ["<record><!-- <leader>a</leader></record>", "<record><!-- x --><leader>b</leader></record>"]
        ),
        // Nor does a quotation mark that is never closed.
        (
            "<c><record><leader>a</leader><subfield code=\"a></record><record><leader>b</leader></record></c>",
            ["<record><leader>a</leader><subfield code=\"a></record>", "<record><leader>b</leader></record>"]
        ),
    ])
    func `damage in one record does not cost another`(text: String, slices: [String]) {
        #expect(MARCXMLFile(text).slices == slices)
    }

    @Test func `fields outside every record are unreadable, not lost`() {
        let file = MARCXMLFile("<c><record><leader>a</leader></record><datafield tag='245'/></record></c>")
        #expect(file.pieces.filter { $0.kind == .unreadable }.map(\.text) == ["<datafield tag='245'/></record>"])
    }

    @Test func `gives the same pieces however little is shown at a time`() {
        let text = """
            <?xml version="1.0"?><c xmlns="urn:a"><record><header>h</header><m:record><!-- x --><m:leader>a</m:leader></m:record></record>
            <record><leader>b</leader><datafield tag="245"><subfield code="a">x</subfield></datafield></record>
            </c>
            """
        let whole = MARCXMLFile(text)
        for step in [1, 2, 3, 7, 64] {
            let parts = MARCXMLFile(Array(text.utf8), step: step)
            #expect(parts.slices == whole.slices)
            #expect(parts.pieces.map(\.text).joined() == text)
        }
    }
}
