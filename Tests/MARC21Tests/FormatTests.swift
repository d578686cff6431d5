import Testing

@testable import MARC21

/// Facts of the formats that every cataloguer knows.
@Suite struct FormatTests {
    let bibliographic = Format.bibliographic

    @Test func `every line of every table can be read`() {
        #expect(Array(Format.bibliographic.rejectedLines) == [])
        #expect(Array(Format.holdings.rejectedLines) == [])
        #expect(Array(Format.authority.rejectedLines) == [])
        #expect(Array(CodeList.tables.rejectedLines) == [])
        #expect(Array(LocalFieldSet.tables.rejectedLines) == [])
        #expect(Array(RDAAgreement.rules.rejectedLines) == [])
    }

    @Test func `245 occurs once and so does its a`() throws {
        let title = try #require(bibliographic.field(tag("245")))
        #expect(title.label == "Title Statement")
        #expect(title.repeatability == .notRepeatable)
        #expect(!title.isObsolete)
        #expect(title.subfield(byte("a"))?.label == "Title")
        #expect(title.subfield(byte("a"))?.repeatability == .notRepeatable)
        #expect(title.subfield(byte("n"))?.repeatability == .repeatable)
        #expect(title.notRepeatableSubfields.contains(byte("a")) && !title.repeatableSubfields.contains(byte("a")))
        #expect(title.standing(ofSubfield: byte("d")) == .obsolete)
        #expect(title.standing(ofSubfield: byte("q")) == .undefined)
        #expect(title.subfield(byte("q")) == nil)
        #expect(title.indicator1.allowed.text == "01")
        #expect(title.indicator2.allowed.text == "0123456789")
        #expect(title.indicator2.label == "Nonfiling characters")
        #expect(title.nonfilingIndicator == 2)
    }

    @Test func `650 names the thesaurus in its second indicator`() throws {
        let topic = try #require(bibliographic.field(tag("650")))
        #expect(topic.repeatability == .repeatable)
        #expect(topic.indicator2.allowed.text == "01234567")
        #expect(topic.indicator2.standing(of: byte("2")) == .current)
        #expect(topic.indicator2.values.entry(byte("2"))?.label == "Medical Subject Headings")
        #expect(topic.indicator2.standing(of: byte("8")) == .undefined)
        #expect(topic.indicator2.standing(of: byte(" ")) == .undefined)
        #expect(topic.sourceIndicator == 2 && topic.sourceIndicatorValue == byte("7"))
    }

    @Test func `264 says in its second indicator what 260 leaves open`() throws {
        let production = try #require(bibliographic.field(tag("264")))
        #expect(production.indicator2.allowed.text == "01234")
        let imprint = try #require(bibliographic.field(tag("260")))
        #expect(imprint.indicator2.isUndefined)
        #expect(imprint.indicator2.standing(of: byte("0")) == .obsolete)
        #expect(imprint.indicator2.standing(of: byte("4")) == .undefined)
        #expect(imprint.indicator1.standing(of: byte("3")) == .current)
    }

    @Test func `440 is obsolete, 490 is not`() {
        #expect(bibliographic.field(tag("440"))?.isObsolete == true)
        #expect(bibliographic.field(tag("490"))?.isObsolete == false)
    }

    @Test func `880 is described by the field that its 6 names`() throws {
        let linked = try #require(bibliographic.field(tag("880")))
        #expect(linked.isLinked880)
        #expect(linked.standing(ofSubfield: byte("6")) == .current)
        #expect(linked.standing(ofSubfield: byte("a")) == .notStated)
        #expect(linked.indicator1.standing(of: byte("9")) == .notStated)
    }

    @Test func `embedded holdings are described by the holdings format`() throws {
        #expect(bibliographic.field(tag("866"))?.seesHoldings == true)
        #expect(bibliographic.field(tag("866"))?.standing(ofSubfield: byte("a")) == .notStated)
        let described = try #require(bibliographic.described(tag("866")))
        #expect(described.subfield(byte("a"))?.label == "Textual holdings")
        #expect(bibliographic.described(tag("852"))?.seesHoldings == false)
        for field in bibliographic.fields where field.seesHoldings {
            #expect(bibliographic.described(field.tag)?.definedSubfields.isEmpty == false)
        }
    }

    @Test func `086 names its source when the first indicator is blank`() {
        let field = bibliographic.field(tag("086"))
        #expect(field?.sourceIndicator == 1 && field?.sourceIndicatorValue == byte(" "))
    }

    @Test func `caption and enumeration fields are paired`() {
        #expect(Format.holdings.field(tag("853"))?.pairedTag == tag("863"))
        #expect(Format.holdings.field(tag("865"))?.pairedTag == tag("855"))
        #expect(Format.holdings.field(tag("852"))?.pairedTag == 0)
    }

    @Test func `an authority heading of a person has its own indicators`() {
        let heading = Format.authority.field(tag("100"))
        #expect(heading?.indicator1.allowed.text == "013")
        #expect(heading?.repeatability == .notRepeatable)
        #expect(Format.authority.field(tag("245")) == nil)
        #expect(Format.authority.field(tag("130"))?.nonfilingIndicator == 2)
    }

    @Test func `9XX and X9X are local but for 490`() {
        #expect(["090", "590", "900", "949", "999", "HOL", "A02"].allSatisfy { Format.isLocal(tag($0)) })
        #expect(["490", "245", "009", "880"].allSatisfy { !Format.isLocal(tag($0)) })
    }

    @Test func `no tag and no code makes a look-up fail`() {
        for format in [Format.bibliographic, .holdings, .authority] {
            #expect(Self.oddTags.filter { format.field($0) != nil }.count == format.fields.count)
            #expect(format.field(.max) == nil && format.field(0x0132_3435) == nil)
            for field in format.fields {
                for code in UInt8.min...UInt8.max { exercise(field, code) }
            }
        }
    }

    /// Every tag whose characters are digits or next to them, and every 251st of all 2^24.
    private static let oddTags: Set<UInt32> = {
        let edges: [UInt32] = [0, 0x20, 0x2F] + Array(0x30...0x3A) + [0x41, 0x7F, 0x80, 0xFF]
        let near = edges.flatMap { first in edges.flatMap { second in edges.map { first << 16 | second << 8 | $0 } } }
        return Set(near).union(stride(from: 0, to: 1 << 24, by: 251))
    }()

    private func exercise(_ field: FieldDefinition, _ code: UInt8) {
        let subfield = field.subfield(code)
        #expect(subfield == nil || subfield?.code == code)
        #expect((subfield == nil) == !field.definedSubfields.contains(code))
        _ = field.standing(ofSubfield: code)
        for indicator in [field.indicator1, field.indicator2] {
            let standing = indicator.standing(of: code)
            if standing == .current || standing == .obsolete {
                #expect(indicator.values.entry(code)?.standing == standing)
            }
        }
    }
}
