import Testing

@testable import Validate

/// Rules that hold one field against another.
@Suite struct `Agreement of fields` {
    let judging = Judging()

    private func defects(_ lines: String...) -> [String] { judging.defects(SoundRecordLines.with(lines)) }

    private func codes(_ lines: String...) -> [String] {
        judging.defects(SoundRecordLines.with(lines)).compactMap { line in
            line.split(separator: " ").first { $0.hasPrefix("validate.") }.map(String.init)
        }
    }

    private static func fixed(_ dates: String = "s1993\\\\\\\\", country: String = "nyu", language: String = "eng")
        -> String
    {
        "=008  930517\(dates)\(country)a\\\\\\\\\\\\\\\\\\\\001\\0\\\(language)\\d"
    }

    @Test(arguments: [
        ("eng", "=041  0\\$aeng$afre"), ("eng", "=041  0\\$aengfre"), ("mul", "=041  0\\$aeng$afre$ager"),
        ("eng", "=041  07$aen$2iso639-1"), ("\\\\\\", "=041  0\\$aeng"), ("eng", "=041  0\\$deng"),
        ("|||", "=041  0\\$afre"),
        ("und", "=041  0\\$afre"),
    ])
    func `languages that agree are let be`(coded: String, line: String) {
        #expect(codes(Self.fixed(language: coded), line).filter { $0.contains("language-disagrees") } == [])
    }

    @Test func `languages that do not agree are told`() {
        #expect(
            defects("=041  0\\$afre$aeng") == [
                "008 #1 /35 minor validate.language-disagrees noted «eng»: 008/35-37 is eng, and 041 names fre first; put the language "
                    + "of the text in both"
            ])
        #expect(codes(Self.fixed(language: "mul"), "=041  0\\$afre") == ["validate.language-disagrees"])
        #expect(
            defects("=546  \\\\$aIn French.") == [
                "546 #1 $a info validate.language-word-disagrees noted «French»: 546 names French, and 008/35-37 is eng (English); "
                    + "correct one of them"
            ])
        #expect(codes("=546  \\\\$aIn English.") == [])
        #expect(codes("=546  \\\\$aIn French and English.") == [])
    }

    @Test(arguments: [
        ("s1993", "=260  \\\\$aA :$bB,$c1993."), ("s1993", "=260  \\\\$aA :$bB,$c[1992, i.e. 1993]"),
        ("s1993", "=264  \\1$aA :$bB,$c[between 1990 and 1995]"), ("s1993", "=260  \\\\$aA :$bB,$c199-."),
        ("s1993", "=260  \\\\$aA :$bB,$c5753 [1992 or 1993]"), ("s1993", "=260  \\\\$aA :$bB,$c1413."),
        ("s199u", "=260  \\\\$aA :$bB,$c1985."), ("t19931992", "=264  \\1$aA :$bB,$c[1993]\n=264  \\4$c©1992"),
        ("r19931890", "=260  \\\\$aA :$bB,$c1890."), ("m19901995", "=260  \\\\$aA :$bB,$c1990-1995."),
        ("q19901999", "=260  \\\\$aA :$bB,$c[1993?]"), ("s1993", "=260  \\\\$aA :$bB,$c1985$g(1993 printing)"),
    ])
    func `years of publication that agree, or cannot be compared, are let be`(dates: String, lines: String) {
        let padded = dates.count == 5 ? dates + "\\\\\\\\" : dates
        #expect(codes(Self.fixed(padded), lines).filter { $0.contains("publication-date") } == [])
    }

    @Test func `a year that the publication does not name is told`() {
        #expect(
            defects("=260  \\\\$aA :$bB,$c1985, c1984.") == [
                "008 #1 /7 minor validate.publication-date-disagrees noted «1993»: 008/07-10 is 1993, and the date of publication is "
                    + "1985, 1984; correct the wrong one"
            ])
    }

    @Test(arguments: [
        ("enk", "London"), ("onc", "London"), ("nyu", "New York"), ("xxu", "[New York]"), ("fr\\", "Paris"),
        ("txu", "Paris"), ("nyu", "Berlin, N.Y."), ("gw\\", "Berlin"), ("xx\\", "Berlin"), ("vp\\", "London"),
    ])
    func `places in their country, and places that say which of several they are, are let be`(
        coded: String, place: String
    ) {
        #expect(codes(Self.fixed(country: coded), "=260  \\\\$a\(place) :$bB,$c1993.") == [])
    }

    @Test func `a place in another country is told`() {
        #expect(
            defects("=260  \\\\$aParis :$bB,$c1993.") == [
                "260 #1 $a info validate.country-disagrees noted «Paris :»: 260 names Paris :, and 008/15-17 is nyu (New York (State)); "
                    + "correct one of them"
            ])
    }

    @Test(arguments: [
        "=300  \\\\$a200 p. :$bill. ;$c24 cm.", "=300  \\\\$a200 p. :$billustrations (some color) ;$c24 cm.",
        "=300  \\\\$a200 Seiten :$bIllustrationen ;$c24 cm.", "=300  \\\\$a200 p. :$bcharts ;$c24 cm.",
    ])
    func `illustrations that are coded, and words of other languages, are let be`(line: String) {
        #expect(codes(line).filter { $0.contains("illustrations-disagree") } == [])
    }

    @Test(arguments: [
        ("o", "=338  \\\\$aonline resource$bcr"), ("s", "=338  \\\\$aonline resource$bcr"),
        ("\\", "=338  \\\\$avolume$bnc"),
        ("a", "=338  \\\\$amicrofiche$bhe"), ("\\", "=338  \\\\$avolume$bnc\n=338  \\\\$aonline resource$bcr"),
        ("|", "=338  \\\\$aonline resource$bcr"), ("d", "=338  \\\\$avolume$bnc"),
    ])
    func `forms of item that agree are let be`(form: String, lines: String) {
        let record = "=008  930517s1993\\\\\\\\nyua\\\\\\\\\(form)\\\\\\\\\\001\\0\\eng\\d"
        #expect(codes(record, lines).filter { $0.contains("form-of-item") } == [])
    }

    @Test func `a form of item that the carrier contradicts is told`() {
        #expect(
            defects("=338  \\\\$aonline resource$bcr") == [
                "008 #1 /23 minor validate.form-of-item-disagrees noted « »: 008/23 is blank, and 338 says online resource; set it to "
                    + "o, q, s"
            ])
    }

    @Test func `material, content, media and carrier are held against each other`() {
        #expect(
            codes("=007  cr\\|||||||||||", "=LDR  00000cjm a2200000 a 4500").filter { $0.contains("material-category") }
                == [])
        #expect(codes("=336  \\\\$atext$btxt", "=336  \\\\$astill image$bsti") == [])
        #expect(
            codes("=336  \\\\$aperformed music$bprm", "=337  \\\\$aaudio$bs", "=338  \\\\$aaudio disc$bsd") == [
                "validate.content-type-disagrees"
            ])
        #expect(codes("=337  \\\\$aohne Hilfsmittel$bn", "=338  \\\\$aBand$bnc") == [])
        #expect(
            defects("=336  \\\\$atext$bspw").filter { $0.contains("term-and-code") } == [
                "336 #1 $b minor validate.type-term-and-code-disagree noted «spw»: 336 $a is text, and $b spw is spoken word; correct "
                    + "one of them"
            ])
    }

    @Test func `genres are held against 008, once a record`() {
        #expect(codes("=650  \\0$aCats$vFiction.", "=655  \\7$aNovels.$2lcgft") == ["validate.fiction-not-coded"])
        #expect(codes("=650  \\0$aEnglish fiction$xHistory and criticism.") == [])
        #expect(
            codes("=LDR  00000cgm a2200000 a 4500", "=650  \\0$aCats$vFiction.").contains("validate.fiction-not-coded")
                == false)
    }

    @Test func `places as subjects ask for an area code, once a record and of LC's subjects alone`() {
        #expect(
            codes("=650  \\0$aCats$zBoston (Mass.)", "=651  \\0$aBoston (Mass.)") == ["validate.area-code-missing"])
        #expect(codes("=043  \\\\$an-us-ma", "=651  \\0$aBoston (Mass.)") == [])
        #expect(codes("=651  \\7$aBoston (Mass.)$2fast") == [])
    }

    @Test func `the same name twice is told, a name with another title or date is not`() {
        let main = "=100  1\\$aAuthor, A.,$d1950-"
        #expect(
            codes(main, "=700  1\\$aAuthor, A.$d1950-,$eillustrator.").filter { $0.contains("name-repeated") }.count
                == 1)
        #expect(codes(main, "=700  12$aAuthor, A.,$d1950-$tOther title.") == [])
        #expect(codes(main, "=700  1\\$aAuthor, A.,$d1960-") == [])
    }

    @Test func `a record with next to nothing in it is sparse`() {
        #expect(codes("=245  00$aTitle.", "=300", Self.fixed("nuuuuuuuu")) == ["validate.record-sparse"])
        #expect(codes("=245  00$aTitle.", "=300", "=020  \\\\$a0306406152") == [])
        #expect(codes("=245  00$aTitle.", "=300", "=500  \\\\$aNote.") == [])
    }
}
