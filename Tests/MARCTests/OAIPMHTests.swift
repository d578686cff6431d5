import MARC
import Testing

@Suite struct `An OAI-PMH response` {
    private func read(_ text: String) -> OAIResponse {
        Array(text.utf8).withUnsafeBufferPointer { OAIResponse($0) }
    }

    @Test func `tells its date, its records, its deletions and its token, whatever is wrong with the records`() {
        let response = read(
            """
            <?xml version="1.0"?><o:OAI-PMH xmlns:o="http://www.openarchives.org/OAI/2.0/">
            <o:responseDate>2026-11-25T18:00:04Z</o:responseDate><o:ListRecords>
            <o:record><o:header><o:identifier> oai:x&amp;y:1 </o:identifier></o:header><o:metadata>
            <record><leader>00000nam a2200000 a 4500</leader><datafield></subfield>&bad;<!-- </record></o:metadata></o:record>
            <o:record><o:header status='deleted'><o:identifier>oai:x:2</o:identifier></o:header></o:record>
            <o:resumptionToken completeListSize="12" cursor="0"><![CDATA[a&b]]>&#33;</o:resumptionToken>
            </o:ListRecords></o:OAI-PMH>
            """)
        #expect(response.isResponse && response.isWhole && response.problems == [])
        #expect(response.responseDate == "2026-11-25T18:00:04Z")
        #expect(response.records == 1 && response.deletions == 1 && response.headers == 2)
        #expect(response.resumptionToken == "a&b!" && response.completeListSize == 12)
        #expect(response.firstIdentifier == "oai:x&y:1")
    }

    @Test func `is at its end where the token is empty or absent`() {
        #expect(read("<OAI-PMH><resumptionToken cursor=\"9\"/></OAI-PMH>").resumptionToken == nil)
        #expect(read("<OAI-PMH><resumptionToken> </resumptionToken></OAI-PMH>").resumptionToken == nil)
        #expect(read("<OAI-PMH></OAI-PMH>").resumptionToken == nil)
    }

    @Test func `tells errors, and what the repository is`() {
        let response = read(
            """
            <OAI-PMH><error code="badVerb">No &lt;such&gt; verb</error><Identify><repositoryName>X</repositoryName>
            <granularity>YYYY-MM-DD</granularity><deletedRecord>transient</deletedRecord></Identify></OAI-PMH>
            """)
        #expect(response.problems.map(\.code) == ["badVerb"] && response.problems.map(\.text) == ["No <such> verb"])
        #expect(response.repositoryName == "X" && response.granularity == "YYYY-MM-DD")
        #expect(response.deletedRecord == "transient")
        #expect(!read("<html><body>Sorry</body></html>").isResponse)
        #expect(!read("<OAI-PMH><ListRecords>").isWhole)
        #expect(read("<!DOCTYPE a [<!ENTITY b \"c\">]><OAI-PMH/>").declaresDocumentType)
    }

    @Test(arguments: [1, 7, 64, 1 << 20])
    func `gives the header of a deleted record as one piece, however little is seen at a time`(step: Int) {
        let header = #"<header status="deleted"><identifier>oai:x:2</identifier><datestamp>2026</datestamp></header>"#
        let record = "<record><leader>00000nam a2200000 a 4500</leader></record>"
        let file = MARCXMLFile(
            Array(
                "<OAI-PMH><record>\(header)</record><record><header><identifier>1</identifier></header>\(record)</record>\(header)</OAI-PMH>"
                    .utf8), step: step)
        let pieces = file.pieces.filter { $0.kind != .filler }
        #expect(pieces.map(\.kind) == [.deletion, .record, .deletion])
        #expect(pieces.first?.text == header)
        Array(header.utf8).withUnsafeBufferPointer {
            #expect(OAIHeader.isDeletion($0) && OAIHeader.identifier(in: $0) == Array("oai:x:2".utf8))
        }
    }

    @Test func `costs a header that is never closed nothing but itself`() {
        let file = MARCXMLFile(
            """
            <OAI-PMH><record><header status="deleted"><identifier>1</identifier></record>
            <record><leader>00000nam a2200000 a 4500</leader></record></OAI-PMH>
            """)
        #expect(file.pieces.map(\.kind).filter { $0 != .filler } == [.record])
    }
}
