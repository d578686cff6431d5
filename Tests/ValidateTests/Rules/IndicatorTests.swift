import Testing

@testable import Validate

@Suite struct `Indicators that must agree with their field` {
    let judging = Judging.ofForm

    private func defects(_ lines: String...) -> [String] {
        judging.defects(lines.reduce(Judging.sound) { text, line in text + "\n" + line })
    }

    /// The defects about the title alone, in a record in this language.
    private func title(_ line: String, language: String = "eng") -> [String] {
        judging.defects(
            Judging.record("=008  930517s1993\\\\\\\\nyua\\\\\\\\\\\\\\\\\\\\001\\0\\\(language)\\d", "=245  " + line))
    }

    @Test(arguments: [
        ("14$aThe title /", "eng"), ("15$a\"The title\" /", "eng"), ("15$aThe \"title\" /", "eng"),
        ("12$aL'ami /", "fre"),
        ("12$aL’ami /", "fre"), ("14$aDie Sonne /", "ger"), ("10$aDie hard /", "eng"), ("10$aLa Traviata /", "eng"),
        ("13$aLa Traviata /", "eng"), ("10$aLos Angeles /", "spa"), ("10$aEl Niño /", "spa"), ("10$aA to Z /", "eng"),
        ("10$aA la carte /", "eng"), ("10$aEn route /", "eng"), ("10$aUm Kulthum /", "eng"),
        ("13$a\"A title\" /", "eng"), ("10$aA B C /", "eng"),
        ("13$aKo ho'o fakahinohino /", "ton"),
        ("13$aAn apple /", "eng"), ("18$aThe ... annual report /", "eng"),
    ])
    func `skip the article and what stands around it, by the record's language`(line: String, language: String) {
        #expect(title(line, language: language) == [])
    }

    @Test func `an article that is not skipped, and a word that is none and is skipped`() {
        #expect(
            title("10$aThe title /") == [
                "245 #1 ind2 minor validate.nonfiling-disagrees-with-article noted «The title /»: field 245 'The title /' "
                    + "begins with an article and skips nothing in filing; set indicator 2 to 4"
            ])
        #expect(
            title("13$aThe title /") == [
                "245 #1 ind2 minor validate.nonfiling-disagrees-with-article noted «The title /»: field 245 'The title /' "
                    + "skips 3 characters in filing, which is not where the second word begins"
            ])
        #expect(
            title("14$aOur title /") == [
                "245 #1 ind2 minor validate.nonfiling-disagrees-with-article noted «Our title /»: field 245 'Our title /' "
                    + "skips its first word in filing, which is no article; set indicator 2 to 0"
            ])
    }

    @Test(arguments: ["=730  0\\$aAn Sylvia", "=740  0\\$aA minor tune", "=730  0\\$aDie schöne Müllerin"])
    func `short words before titles of other languages are let be`(line: String) {
        #expect(defects(line) == [])
    }

    @Test func `words are not questioned where no language is known`() {
        #expect(
            judging.defects(Judging.record("=008", "=245  14$aTōn Diōnos")).filter { $0.contains("nonfiling") } == [])
    }

    @Test func `a title that is skipped as a whole is filed under nothing`() {
        #expect(
            title("18$aTitle /") == [
                "245 #1 ind2 minor validate.nonfiling-exceeds-title noted «Title /»: field 245 skips 8 characters in filing, and "
                    + "$a has 7; correct indicator 2"
            ])
    }

    @Test func `an 880 is judged as the field that it stands for`() {
        #expect(defects("=880  14$6245-01/(N$aЗаглавие") == [])
        #expect(
            defects("=880  \\7$6650-01$aCats").map { $0.contains("validate.source-missing") } == [true])
    }

    @Test(arguments: [
        "=650  \\7$aCats$2fast", "=650  \\0$aCats", "=024  7\\$a10.1000/182$2doi", "=024  8\\$a123",
        "=082  04$a025.3$222",
        "=041  07$ade$2iso639-1", "=086  \\\\$aABC 1$2local", "=852  7\\$aABC$hX$2local", "=490  0\\$aSeries",
        "=776  08$iPrint version:$tTitle", "=246  3\\$iTitle on spine:$aTitle", "=856  40$uhttps://example.org",
        "=856  43$uhttps://example.org", "=856  44$uhttps://example.org", "=856  42$7u$uhttps://example.org",
        "=100  0\\$aElizabeth$bII,$cQueen", "=700  0\\$aMother Teresa, Saint", "=264  \\4$c©1999",
        "=260  \\\\$aLondon :$bPress,$c©1999", "=041  0\\$aeng$jeng$heng", "=041  0\\$aeng$afre$hfre",
        "=041  0\\$dger$eeng$hger",
    ])
    func `fields that agree with theirs`(line: String) {
        #expect(defects(line).filter { !$0.contains("title-added") } == [])
    }

    @Test func `a series that is said to be traced needs its entry`() {
        #expect(defects("=490  1\\$aSeries ;$v5", "=830  \\0$aSeries ;$v5") == [])
        #expect(
            defects("=490  1\\$aSeries ;$v5") == [
                "490 #1 ind1 minor validate.series-not-traced noted «Series ;»: 490 indicator 1 says that the series is traced, "
                    + "and the record has no field 800-830; add the entry"
            ])
        #expect(
            defects("=490  1\\$aOne", "=490  1\\$aTwo", "=830  \\0$aOne").map {
                $0.contains("only 1 of the fields 800-830")
            }
                == [true])
    }

    @Test func `sources in $2 are announced, and announced ones are there`() {
        #expect(
            defects("=650  \\7$aCats") == [
                "650 #1 ind2 minor validate.source-missing noted «7»: field 650 has '7' as indicator 2, which announces a source "
                    + "in $2, and there is no $2"
            ])
        #expect(
            defects("=650  \\0$aCats$2mesh") == [
                "650 #1 ind2 info validate.source-not-announced noted «mesh»: field 650 has the source mesh in $2, and '0' as "
                    + "indicator 2, which does not announce it"
            ])
        for tag in ["016", "024", "052"] {
            #expect(defects("=\(tag)  7\\$a1").map { $0.contains("validate.source-missing") } == [true])
        }
    }

    @Test func `a translation, a copyright date, a text, an address and a name`() {
        #expect(
            defects("=041  0\\$aeng$hfre") == [
                "041 #1 ind1 info validate.translation-indicator-disagrees noted «fre»: field 041 has the language of an original "
                    + "in $h, and indicator 1 says that it is no translation"
            ])
        #expect(
            defects("=264  \\1$aLondon :$bPress,$c©1999.") == [
                "264 #1 $c info validate.copyright-date-misplaced noted «©1999.»: field 264 $c is the copyright date ©1999., and "
                    + "indicator 2 is '1' instead of 4"
            ])
        #expect(
            defects("=264  \\4$a©1999").map { $0.contains("has its copyright date outside $c; move it there") } == [
                true
            ])
        #expect(
            defects("=776  0\\$iPrint version:$tTitle") == [
                "776 #1 ind2 info validate.display-text-disagrees noted «Print version:»: field 776 is introduced by $i, and "
                    + "indicator 2 is blank instead of '8'"
            ])
        #expect(
            defects("=856  10$uhttps://example.org") == [
                "856 #1 ind1 info validate.access-method-disagrees noted «https://example.org»: field 856 has '1' as indicator 1, "
                    + "and $u starts as addresses do that have '4' there"
            ])
        #expect(
            defects("=700  0\\$aAuthor, Anna") == [
                "700 #1 ind1 info validate.name-form-disagrees noted «Author, Anna»: field 700 has 0, forename, as indicator 1, "
                    + "and its name Author, Anna is divided by a comma; set it to 1 for a surname"
            ])
    }

    @Test func `245 indicator 1 goes with the main entry`() {
        #expect(
            defects("=100  1\\$aAuthor, A.") == []
        )
        #expect(judging.defects(Judging.record("=130  0\\$aTitle", "=245  00$aTitle")) == [])
        let main = "=100  1\\$aAuthor, A."
        #expect(judging.defects(Judging.record(main, "=240  10$aSymphonies", "=245  00$aSymphony no. 1")) == [])
        #expect(
            judging.defects(Judging.record("=LDR  00000cpcaa2200000 a 4500", main, "=245  00$aPapers")).filter {
                $0.contains("title-added")
            } == [])
        #expect(
            judging.defects(Judging.record("=100  1\\$aAuthor, A.", "=245  00$aTitle")) == [
                "245 #1 ind1 info validate.title-added-entry-disagrees noted «0»: field 245 has 0 as indicator 1 although there "
                    + "is a main entry in 100; 1 is usual then"
            ])
    }
}
