import Testing

@testable import MARC21

@Suite struct CodeListTests {
    @Test func `a withdrawn language names its successor`() {
        #expect(bytes("khm", CodeList.languages.contains))
        #expect(bytes("cam", CodeList.languages.isObsolete))
        #expect(bytes("cam", CodeList.languages.successor) == "khm")
        #expect(bytes("ger", CodeList.languages.label) == "German")
        #expect(!bytes("deu", CodeList.languages.contains))
        #expect(bytes("und") { CodeList.languages.specialCodes.entry($0)?.label } == "Undetermined")
    }

    @Test func `ai means Armenia and once meant Anguilla`() {
        #expect(bytes("ai", CodeList.countries.standing) == .current)
        #expect(bytes("ai", CodeList.countries.label) == "Armenia (Republic)")
        #expect(bytes("ai") { CodeList.countries.entry($0)?.formerLabel } == "Anguilla")
        #expect(bytes("air", CodeList.countries.successor) == "ai")
    }

    @Test func `geographic areas are padded with hyphens`() {
        #expect(bytes("n-us---", CodeList.geographicAreas.contains))
        #expect(bytes("n-us", CodeList.geographicAreas.contains))
        #expect(bytes("e-ur-ru", CodeList.geographicAreas.successor) == "e-ru")
        #expect(!bytes("n-us-", CodeList.geographicAreas.contains))
        #expect(!bytes("-------", CodeList.geographicAreas.contains))
    }

    @Test func `lists are found by the subfield that uses them`() {
        #expect(CodeList.used(inField: tag("041"), subfield: byte("a"))?.name == "languages")
        #expect(CodeList.used(inField: tag("650"), subfield: byte("2"))?.name == "subject")
        #expect(CodeList.used(inField: tag("337"), subfield: byte("b"))?.name == "rda-media")
        #expect(CodeList.used(inField: tag("245"), subfield: byte("a")) == nil)
        #expect(CodeList.used(inField: .max, subfield: .max) == nil)
    }

    @Test func `a source code that is in use but in no list is not undefined`() throws {
        let sources = try #require(CodeList.named("subject"))
        #expect(bytes("fast", sources.standing) == .current)
        #expect(bytes("finaf", sources.standing) == .notStated)
        #expect(bytes("nonsense", sources.standing) == .undefined)
    }

    @Test func `every named list has codes and finds each of them`() {
        #expect(CodeList.scripts.codes.entries.count == 6 && CodeList.carrierTypes.codes.entries.count > 40)
        for list in CodeList.all {
            #expect(!list.codes.entries.isEmpty, "\(list.name)")
            for entry in list.codes.entries {
                #expect(bytes(entry.code, list.standing) == entry.standing, "\(list.name) \(entry.code)")
            }
            for text in ["", "\u{0}", "é", String(repeating: "x", count: 300)] {
                #expect(bytes(text, list.standing) == .undefined)
            }
        }
    }

    @Test func `source lists have all 53 format codes, the four that were the wrong way round among them`() throws {
        let formats = try #require(CodeList.named("format"))
        #expect(formats.codes.entries.count == 53)
        #expect(bytes("mads", formats.label)?.hasPrefix("Metadata Authority") == true)
    }

    @Test func `content, media and carrier agree with the type of record`() {
        let rules = RDAAgreement.rules
        #expect(rules.contents(ofType: byte("a"))?.entries.map(\.code) == ["txt", "tct"])
        #expect(rules.contents(ofType: byte("o")) == nil)
        #expect(rules.media(ofCarrier: byte("m")) == byte("g"))
        #expect(rules.media(of007: byte("s")) == byte("s"))
        #expect(rules.media(of007: byte("a")) == nil)
    }
}
