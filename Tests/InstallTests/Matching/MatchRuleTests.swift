import Catalog
import MARC
import TestSupport
import Testing
import Update

@testable import Install

@Suite struct `Match rules` {
    private let bcUnion = MatchRuleSet.preset("bc-union") ?? .empty

    private func facts(_ record: Record, _ rules: MatchRuleSet) -> MatchFacts {
        var columns = MatchColumns()
        record.withView { rules.makeWriter().append($0, to: &columns) }
        return columns.facts(0)
    }

    private func match(_ first: String, _ second: String, _ rules: MatchRuleSet) -> [Int] {
        let (mine, theirs) = (facts(Records.record(first), rules), facts(Records.record(second), rules))
        let shared = Set(mine.keys).intersection(theirs.keys).map(\.point).sorted()
        let explained = MatchExplanation(Records.record(first), Records.record(second), rules: rules)
        #expect(explained.points.filter(\.agrees).map(\.number) == Set(shared).sorted())
        return Set(shared).sorted()
    }

    @Test(arguments: MatchRuleSet.presetNames) func `presets are written as they are read`(name: String) throws {
        let preset = try #require(MatchRuleSet.preset(name))
        #expect(try MatchRuleSet(text: preset.text) == preset)
    }

    @Test func `bc-union is the published algorithm`() {
        #expect(
            bcUnion.text == """
                limit 500
                point 022$a issn
                agree 245$a title first 10
                point 020$a isbn
                agree 245$a title first 10
                point 010$a lccn
                agree 245$a title first 10
                point 245$ab filing
                agree leader/06-07 code
                agree 245$h words first 10
                agree 245$p words first 10
                agree 100|110|111$a words first 100
                agree 260|264$b any-word of 5
                agree 260|264$c year
                """)
    }

    private let waves = """
        =008  930517s1931\\\\\\\\enka\\\\\\\\\\\\\\\\\\\\000\\1\\eng\\d
        =020  \\\\$a0-15-694960-1
        =245  14$aThe waves /$cVirginia Woolf.
        """

    @Test func `a number matches where the start of the title agrees`() {
        let same = """
            =008  930517s1931\\\\\\\\enka\\\\\\\\\\\\\\\\\\\\000\\1\\eng\\d
            =020  \\\\$a9780156949606
            =245  10$aWaves
            """
        #expect(match(waves, same, bcUnion) == [2])
        #expect(match(waves, same.replacing("Waves", with: "Orlando"), bcUnion) == [])
        #expect(match(waves, same.replacing("9780156949606", with: "9780156701600"), bcUnion) == [])
    }

    private let film = """
        =LDR  00000cgm a2200000 a 4500
        =110  2\\$aNational Film Board of Canada.
        =245  04$aThe sea :$ba portrait.$pPart one,$pThe coast$h[videorecording]
        =260  \\\\$aMontréal :$bNational Film Board of Canada,$cc1987.
        """

    @Test func `a text key needs type, medium, part, main entry, a publisher's word and the year`() {
        let other = """
            =LDR  00000ngm a2200000 i 4500
            =110  2\\$aNational Film Board of Canada.
            =245  00$aSea :$ba portrait.$pPart one, the coast$h[videorecording (DVD)]
            =264  \\1$aOttawa :$bBoard,$c[1987]
            """
        let match = match(film, other.replacing("(DVD)", with: ""), bcUnion)
        #expect(match == [4])
        for (from, to) in [
            ("ngm", "nkm"), ("[videorecording (DVD)]", "[slide]"), ("Part one", "Part two"), ("Canada.", "Quebec."),
            ("Board,", "Office,"), ("1987", "1988"), ("portrait", "study"),
        ] {
            #expect(self.match(film, other.replacing(from, with: to), bcUnion) == [], "\(from) is now \(to)")
        }
    }

    @Test func `an absent validation subfield forbids the match`() {
        for subfield in [
            "$pPart one,$pThe coast", "$h[videorecording]", "$cc1987.", "$bNational Film Board of Canada,",
        ] {
            let without = film.replacing(subfield, with: "")
            #expect(facts(Records.record(without), bcUnion).keys == [], "without \(subfield)")
        }
    }

    @Test func `a validation may be told to agree where both lack it`() throws {
        var rules = MatchRuleSet.empty
        try rules.addPoint("245$ab filing", agree: ["245$p words first 10 or-absent"])
        #expect(match("=245  00$aSea", "=245  00$aSea", rules) == [1])
        #expect(match("=245  00$aSea$pOne", "=245  00$aSea", rules) == [])
    }

    @Test func `number-only takes any number`() throws {
        let rules = try #require(MatchRuleSet.preset("number-only"))
        #expect(match(waves, "=020  \\\\$a0156949601", rules) == [3])
        #expect(
            match("=035  \\\\$a(OCoLC)ocm00012345\n=010  \\\\$a   85000002 ", "=001  ocm12345\n=010  \\\\$a85-2", rules)
                == [1, 2])
        #expect(rules.numbers == [.isbn, .issn, .lccn, .oclc])
    }

    @Test func `oclc-first asks ISBNs for three words of the title`() throws {
        let rules = try #require(MatchRuleSet.preset("oclc-first"))
        #expect(match(waves, "=020  \\\\$a0156949601\n=245  00$aWaves", rules) == [2])
        #expect(match(waves, waves.replacing("$cVirginia", with: "$ba novel$c"), rules) == [])
        #expect(match(waves, waves, rules) == [2])
    }

    @Test func `oclc-first does not ask the ISBN where both have OCLC numbers`() throws {
        let rules = try #require(MatchRuleSet.preset("oclc-first"))
        let (one, other) = (waves + "\n=035  \\\\$a(OCoLC)1", waves + "\n=035  \\\\$a(OCoLC)2")
        for (first, second, matches) in [
            (one, one, true), (one, other, false), (one, waves, true), (waves, other, true),
        ] {
            let explained = MatchExplanation(Records.record(first), Records.record(second), rules: rules)
            #expect(explained.matches == matches)
        }
    }

    @Test func `what is no rule is named`() {
        #expect(throws: MatchRuleProblem("no line of match rules: 'pint 020$a isbn'")) {
            try MatchRuleSet(text: "limit 5\npint 020$a isbn")
        }
        var rules = MatchRuleSet.empty
        let problem = #expect(throws: MatchRuleProblem.self) { try rules.addPoint("245$a titel", agree: []) }
        #expect(
            problem?.description.hasPrefix("'245$a titel' is not what can be compared; expected a place, a form")
                == true)
    }

    @Test func `holdings records are not matched`() {
        let holdings = Records.record("=LDR  00000nx  a2200000zn 4500\n=020  \\\\$a0156949601\n=245  00$aWaves")
        #expect(facts(holdings, bcUnion) == facts(Records.record("=LDR  00000nx  a2200000zn 4500"), bcUnion))
    }

    @Test func `an explanation says what agrees and what does not`() {
        let other = waves.replacing("The waves", with: "Orlando").replacing("960-1", with: "960-1 (pbk.)")
        #expect(
            MatchExplanation(Records.record(waves), Records.record(other), rules: bcUnion).lines == [
                "1. 022$a issn: none and none, not the same: no match",
                "2. 020$a isbn: '9780156949606' in both: no match, for a validation point does not agree",
                "     245$a title first 10: 'waves' and 'orlando', not the same",
                "3. 010$a lccn: none and none, not the same: no match",
                "4. 245$ab filing: 'waves' and 'ndo', not the same: no match",
            ])
    }
}

/// What must hold for any record.
@Suite struct `Match keys of real records` {
    @Test(.enabled(if: Corpus.isPresent, Comment(rawValue: Corpus.skipReason)))
    func `do not depend on case, hyphens, closing punctuation or the form of the ISBN`() throws {
        let rules = MatchRuleSet.preset("bc-union") ?? .empty
        var (records, keyed) = (0, 0)
        for file in Corpus.files(format: "iso2709").filter(\.isCleanStructure).prefix(40) {
            for record in try Self.records(in: file) {
                let plain = Self.facts(record, rules)
                let changed = Self.facts(Self.rewritten(record), rules)
                #expect(plain == changed, "\(file.path)")
                records += 1
                keyed += plain.keys.isEmpty ? 0 : 1
            }
        }
        #expect(records > 100)
        #expect(keyed > records / 3)
    }

    private static func facts(_ record: Record, _ rules: MatchRuleSet) -> MatchFacts {
        var columns = MatchColumns()
        record.withView { rules.makeWriter().append($0, to: &columns) }
        return columns.facts(0)
    }

    private static func records(in file: Corpus.File) throws -> [Record] {
        try file.read().split(separator: 0x1D).compactMap { piece in
            var (record, faults) = (Record(), [ReadFault]())
            (Array(piece) + [0x1D]).withUnsafeBufferPointer {
                ISO2709Decoder.decode($0, into: &record, faults: &faults)
            }
            return faults.isEmpty && record.withView(\.isValidUTF8) ? record : nil
        }
    }

    /// The record with its 245 $a in capitals and a slash behind it, and blanks in its numbers.
    private static func rewritten(_ record: Record) -> Record {
        var copy = Record()
        copy.leader = record.leader
        record.withView { view in
            for field in view.fields {
                if field.tag.isControl {
                    copy.appendControl(field.tag, Array(field.value))
                    continue
                }
                copy.appendField(field.tag, field.indicator1, field.indicator2)
                for subfield in field.subfields {
                    copy.appendSubfield(subfield.code, rewritten(subfield, field.tag))
                }
            }
        }
        return copy
    }

    private static func rewritten(_ subfield: SubfieldView, _ tag: MARC.Tag) -> [UInt8] {
        let text = subfield.value.text
        guard subfield.code == UInt8(ascii: "a") else { return Array(text.utf8) }
        switch tag {
        case "245": return text.utf8.map { $0 &- 0x61 < 26 ? $0 & 0xDF : $0 } + Array(" /".utf8)
        case "010": return Array("  \(text) ".utf8)
        default: return Array(text.utf8)
        }
    }
}
