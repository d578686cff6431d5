import MARC
import TestSupport
import Testing

@testable import Install

@Suite struct `Match terms` {
    private func values(_ term: String, _ lines: String...) throws -> [String] {
        let record = Records.record(lines.joined(separator: "\n"))
        return MatchExplanation.values(try #require(MatchTerm(term)), record)
    }

    @Test(arguments: [
        "245$a title first 10", "260|264$b any-word of 5", "260|264$c year", "leader/06-07 code", "008/35-37 code",
        "245$ab filing", "245$p words first 10 or-absent", "035$a oclc",
    ]) func `are written as they are read`(text: String) throws {
        #expect(try #require(MatchTerm(text)).description == text)
    }

    @Test(arguments: [
        "245$a", "245 title", "245$ title", "24$a title", "245$A title", "leader/24 code", "leader/7-6 code",
        "245$a titel",
        "245$a title first", "245$a title first ten", "245$a title first 0", "245$a title last 10", "001$a words",
        "245$a title first 10 20", "",
    ]) func `of another shape are refused`(text: String) { #expect(MatchTerm(text) == nil) }

    @Test func `ISBNs of 10 and 13 digits are one, whatever their hyphens`() throws {
        let term = "020$a isbn"
        #expect(try values(term, "=020  \\\\$a0-312-98328-X (pbk.)") == ["9780312983284"])
        #expect(try values(term, "=020  \\\\$a978 0 312 98328 4", "=020  \\\\$z0312983285") == ["9780312983284"])
        #expect(
            try values(term, "=020  \\\\$a080442957x", "=020  \\\\$a031298328X") == ["9780804429573", "9780312983284"])
    }

    @Test func `an ISBN with a wrong check digit stays as it stands`() throws {
        #expect(try values("020$a isbn", "=020  \\\\$a0-312-98328-0") == ["0312983280"])
        #expect(try values("020$a isbn", "=020  \\\\$apbk.") == [])
    }

    @Test func `ISSN, LCCN and OCLC numbers lose hyphens, blanks, case and prefixes`() throws {
        #expect(try values("022$a issn", "=022  \\\\$a0046-225x") == ["0046225X"])
        #expect(try values("010$a lccn", "=010  \\\\$an 78-890351 ") == ["n78890351"])
        #expect(
            try values("035$a oclc", "=001  ocm01234567", "=035  \\\\$a(OCoLC)ocn123456789", "=035  \\\\$a(DLC)77")
                == ["1234567", "123456789"])
    }

    @Test(arguments: [
        ("The history of Vancouver Island /", "eng", "history of vancouver island"),
        ("L'Été, à Québec :", "fre", "ete a quebec"), ("Der Zauberberg", "ger", "zauberberg"),
        ("Die hard /", "eng", "die hard"), ("Straßen und Plätze von Łódź", "ger", "strassen und platze von lodz"),
        ("A", "eng", "a"), ("The", "eng", "the"), ("An", "fre", "an"), ("Ærø og Ålesund", "dan", "aero og alesund"),
        ("Don Quijote de la Mancha", "spa", "don quijote de la mancha"), ("¿Qué es?", "spa", "que es"),
        ("Война и миръ", "rus", "воина и миръ"), ("源氏物語", "jpn", "源氏物語"), ("Leningradskai͡a", "rus", "leningradskaia"),
        ("Shi-ji = ʻIlm al-fiqh", "ara", "shi ji ilm al fiqh"), ("1984", "eng", "1984"),
        ("Catch-22", "eng", "catch 22"),
    ]) func `titles are folded and lose the article of their language`(title: String, language: String, folded: String)
        throws
    {
        let fixed = "=008  930517s1993\\\\\\\\nyua\\\\\\\\\\\\\\\\\\\\001\\0\\\(language)\\d"
        #expect(try values("245$a title", fixed, "=245  10$a\(title)") == [folded])
    }

    @Test func `a title keeps its article where the language is not known`() throws {
        #expect(try values("245$a title", "=245  14$aThe waves") == ["the waves"])
    }

    @Test func `the filing indicator says how many characters are passed over`() throws {
        #expect(try values("245$ab filing", "=245  14$aThe waves :$ba novel /$cV. Woolf") == ["waves a novel"])
        #expect(try values("245$ab filing", "=245  12$aÀ la recherche") == ["la recherche"])
        #expect(try values("245$ab filing", "=245  19$aEmma") == ["emma"])
    }

    @Test func `lengths count characters and words of the folded text`() throws {
        #expect(try values("245$a words first 10", "=245  10$aÉtudes sur le Québec") == ["etudes sur"])
        #expect(try values("245$a words first 7", "=245  10$aÉtudes sur") == ["etudes"])
        #expect(try values("245$ab title of 3", "=245  10$aOf mice /$band men at work") == ["of mice and"])
        #expect(try values("245$a words first 3", "=245  10$a源氏物語") == ["源氏物"])
    }

    @Test func `any word gives each of the first words`() throws {
        #expect(
            try values("260|264$b any-word of 5", "=264  \\1$aLondon :$bFaber & Faber, for the Arts Council")
                == ["faber", "faber", "for", "the", "arts"])
    }

    @Test(arguments: [
        ("c1998.", ["1998"]), ("[1998?]", ["1998"]), ("1998-2001", ["1998"]), ("[19--]", []), ("MCMXC", []),
        ("©2011", ["2011"]),
        ("no. 12345, 1975", ["1975"]), ("9999", []),
    ]) func `the year is the first that can be one`(date: String, years: [String]) throws {
        #expect(try values("260|264$c year", "=260  \\\\$c\(date)") == years)
    }

    @Test func `the first field that has the subfield counts`() throws {
        #expect(try values("100|110|111$a words", "=110  2\\$bOffice", "=111  2\\$aCongress") == ["congress"])
    }

    @Test func `positions of leader and fixed fields are compared in lower case`() throws {
        #expect(try values("leader/06-07 code", "=LDR  00000NAM a2200000 a 4500") == ["am"])
        #expect(try values("008/35-37 code", "=008  930517") == [])
    }
}
