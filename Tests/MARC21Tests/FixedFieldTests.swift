import Testing

@testable import MARC21

@Suite struct FixedFieldTests {
    let field008 = Format.bibliographic.controlField(tag("008"))

    private func position(_ variant: String, _ first: Int) throws -> FixedFieldPosition {
        try #require(field008?.variant(variant)?.layout.position(at: first))
    }

    @Test func `leader 06 and 07 choose the shape of 008`() throws {
        let field = try #require(field008)
        func id(_ type: Unicode.Scalar, _ level: Unicode.Scalar) -> String? {
            field.variant(leader06: byte(type), leader07: byte(level))?.id
        }
        #expect(id("a", "m") == "BK" && id("t", "m") == "BK" && id("t", "s") == "BK")
        #expect(id("a", "s") == "CR" && id("a", "i") == "CR")
        #expect(
            id("m", "m") == "CF" && id("e", "s") == "MP" && id("j", "m") == "MU" && id("g", "m") == "VM"
                && id("p", "c") == "MX")
        #expect(id("z", "m") == nil && id("a", "z") == nil)
    }

    @Test func `the first character chooses the shape of 006 and 007`() {
        let format = Format.bibliographic
        #expect(format.controlField(tag("006"))?.variant(first: byte("s"))?.id == "CR")
        #expect(format.controlField(tag("007"))?.variant(first: byte("v"))?.id == "Videorecording")
        #expect(format.controlField(tag("007"))?.variant(first: byte("c"))?.length == 14)
        #expect(format.controlField(tag("007"))?.variant(first: byte("c"))?.otherLength == 6)
        #expect(format.controlField(tag("007"))?.variant(first: byte("b")) == nil)
        #expect(Format.holdings.controlField(tag("007"))?.variants.count == 15)
    }

    @Test func `006 takes its elements from 008`() throws {
        let field = try #require(Format.bibliographic.controlField(tag("006")))
        let illustrations = try #require(field.variant("BK")?.layout.position(at: 4))
        #expect(illustrations.isByReference && illustrations.first == 1 && illustrations.last == 4)
        #expect(illustrations.unit == 1 && illustrations.codes.currentCharacters.contains(byte("a")))
        for variant in field.variants {
            for element in variant.layout.positions.dropFirst() {
                let source = try position(variant.id, element.first + 17)
                #expect(
                    source.first == element.first + 17 && source.last == element.last + 17,
                    "006 \(variant.id) \(element.first)")
            }
        }
    }

    @Test func `a language is judged by the code list`() throws {
        let language = try #require(field008?.layout.position(at: 35))
        #expect(bytes("eng", language.standing) == .current)
        #expect(bytes("zxx", language.standing) == .current)
        #expect(bytes("|||", language.standing) == .current)
        #expect(bytes("cam", language.standing) == .obsolete)
        #expect(bytes("   ", language.standing) == .obsolete)
        #expect(bytes("xyz", language.standing) == .undefined)
        #expect(bytes("en", language.standing) == .undefined)
    }

    @Test func `a country is padded with a blank`() throws {
        let country = try #require(field008?.layout.position(at: 15))
        #expect(bytes("nyu", country.standing) == .current)
        #expect(bytes("fr ", country.standing) == .current)
        #expect(bytes("fr|", country.standing) == .undefined)
        #expect(bytes("air", country.standing) == .obsolete)
        #expect(bytes("ai ", country.standing) == .current)
    }

    @Test func `each of several codes is judged and the first wrong one named`() throws {
        let illustrations = try position("BK", 18)
        #expect(bytes("ab  ", illustrations.fault) == nil)
        #expect(bytes("||||", illustrations.fault) == nil)
        #expect(bytes("a#  ", illustrations.fault) == FixedFieldFault(first: 19, last: 19, standing: .undefined))
        #expect(bytes("a|  ", illustrations.fault)?.first == 19)
    }

    @Test func `codes of two characters are judged as a whole`() throws {
        let form = try position("MU", 18)
        #expect(bytes("sn", form.standing) == .current)
        #expect(bytes("uu", form.standing) == .current)
        #expect(bytes("qq", form.standing) == .undefined)
        #expect(bytes("sn") { form.entry($0)?.label } == "Sonatas")
    }

    @Test func `running time is a number or a code`() throws {
        let time = try position("VM", 18)
        #expect(["000", "090", "nnn", "---", "|||"].allSatisfy { bytes($0, time.standing) == .current })
        #expect(bytes("9  ", time.standing) == .undefined)
    }

    @Test func `what only an earlier definition of the place explains is obsolete`() throws {
        let books = try #require(field008?.variant("BK")?.layout)
        let undefined = try #require(books.position(at: 32))
        func fault(_ character: String) -> FixedFieldFault? {
            bytes("930517s1993    nyu           000 ".prefix(32) + character + "0 eng d") {
                books.fault(at: undefined, in: $0)
            }
        }
        #expect(fault(" ") == nil && fault("|") == nil)
        #expect(fault("1") == FixedFieldFault(first: 32, last: 32, standing: .obsolete))
        #expect(fault("x")?.standing == .undefined)
    }

    @Test func `all faults of a field are handed out in their order`() throws {
        let books = try #require(field008?.variant("BK")?.layout)
        var faults: [String] = []
        let field = "930517s1993    nyu" + "q   " + "  " + "    " + " 0011" + "0 " + "eng d"
        bytes(field) { field in
            books.forEachFault(in: field) { position, fault in
                faults.append("\(fault.first) \(position.label) \(fault.standing)")
            }
        }
        #expect(faults == ["18 Illustrations undefined", "32 Undefined obsolete"])
    }

    @Test func `an element beyond the end of the field is left to the check of its length`() throws {
        let language = try #require(field008?.layout.position(at: 35))
        #expect(bytes("930517s1993") { field008?.layout.fault(at: language, in: $0) } == nil)
    }

    @Test func `dates have digits, u for unknown ones, or blanks`() throws {
        let first = try #require(field008?.layout.position(at: 7))
        #expect(["1993", "19uu", "uuuu", "    ", "||||"].allSatisfy { bytes($0, first.standing) == .current })
        #expect(["199-", "19  ", "19|3"].allSatisfy { bytes($0, first.standing) == .undefined })
        let second = try #require(field008?.layout.position(at: 11))
        #expect(bytes("05  ", second.standing) == .current)
        #expect(second.note?.hasPrefix("MMDD") == true)
    }

    @Test func `005 holds a date and a time`() throws {
        let pattern = try #require(Format.bibliographic.controlField(tag("005"))?.pattern)
        #expect(bytes("19930517135959.0", pattern.matches))
        #expect(!bytes("19931317135959.0", pattern.matches))
        #expect(!bytes("19930517245959.0", pattern.matches))
        #expect(!bytes("1993051713595900", pattern.matches))
        #expect(!bytes("", pattern.matches))
    }

    @Test func `any bytes at any element are judged`() {
        let odd = ["", "|", " ", "\u{0}", "||||||||||||||||||", "aaaaaaaaaaaaaaaaa", "é"]
        for format in [Format.bibliographic, .holdings, .authority] {
            let layouts = [format.leader] + format.controlFields.flatMap { [$0.layout] + $0.variants.map(\.layout) }
            for layout in layouts {
                for position in Array(layout.positions) + layout.formerPositions {
                    for text in odd {
                        _ = bytes(text) { (position.standing(of: $0), layout.fault(at: position, in: $0)) }
                    }
                    #expect(position.first <= position.last && position.count % position.unit == 0)
                }
            }
        }
    }

    @Test func `linking entries and tracings hold codes by position`() throws {
        let link = try #require(Format.bibliographic.codedSubfield(tag("773"), byte("7")))
        #expect(
            link.layout.positions.map(\.label) == [
                "Type of main entry heading", "Form of name", "Type of record", "Bibliographic level",
            ])
        #expect(
            bytes("p1am") { value in link.layout.positions.allSatisfy { link.layout.fault(at: $0, in: value) == nil } })
        #expect(Format.bibliographic.codedSubfield(tag("245"), byte("7")) == nil)
        let tracing = try #require(Format.authority.codedSubfield(tag("510"), byte("w")))
        #expect(tracing.layout.positions.count == 4)
        let reproduction = try #require(Format.bibliographic.codedSubfield(tag("533"), byte("7")))
        #expect(
            bytes("s1993    nyun o") { value in
                reproduction.layout.positions.allSatisfy { reproduction.layout.fault(at: $0, in: value) == nil }
            })
    }
}
