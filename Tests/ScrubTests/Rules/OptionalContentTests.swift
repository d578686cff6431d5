import Scrub
import TestSupport
import Testing

@Suite struct OptionalContentTests {
    @Test(arguments: [
        ("93-1234", "   93001234"), ("n79-21164", "n  79021164"), ("93001234", "   93001234"),
        ("2001-1234", "  2001001234"), ("   93001234 /AC/r932", "   93001234 /AC/r932"),
        ("agr25-3//r86", "agr25000003//r86"),
        ("1234", "1234"), ("   93001234 ", "   93001234 "), ("1993012345", "1993012345"),
        ("93-1234 (pbk.)", "93-1234 (pbk.)"),
    ])
    func `sets out an LCCN by position`(_ before: String, _ after: String) {
        #expect(Scrubbing.text("=010  \\\\$a\(before)", asking: "lccn-form") == "=010  \\\\$a\(after)")
    }

    @Test func `puts ISSN in their form wherever they stand, and keeps punctuation before $v`() {
        let text =
            "=022  0\\$a03178471 ;\n=490  1\\$aS,$x03178471 ;$v1\n=776  08$tT$x0317-8471\n=830  \\0$aS,$xISSN 0317-8471"
        #expect(
            Scrubbing.text(text, asking: "issn-form")
                == "=022  0\\$a0317-8471\n=490  1\\$aS,$x0317-8471 ;$v1\n=776  08$tT$x0317-8471\n=830  \\0$aS,$x0317-8471"
        )
    }

    @Test func `moves an ISBN with a wrong check digit to $z`() {
        let text =
            "=020  \\\\$a0306406153$qcloth\n=020  \\\\$a9780306406157\n=020  \\\\$a030640615\n=020  \\\\$a080442957X"
        #expect(
            Scrubbing.text(text, asking: "invalid-isbn") == text.replacing("$a0306406153", with: "$z0306406153"))
    }

    @Test func `writes relator terms of the list in small letters`() {
        let text = "=700  1\\$aE, B.,$eEditor.\n=710  2\\$aX,$eHerausgebendes Organ\n=711  2\\$aC$eEditor"
        #expect(
            Scrubbing.text(text, asking: "relator-terms") == text.replacing("B.,$eEditor.", with: "B.,$eeditor."))
        let german = "=040  \\\\$aX$bger\n=700  1\\$aE, B.$eIllustrator"
        #expect(Scrubbing.text(german, asking: "relator-terms") == german)
    }

    @Test func `leaves out the prefix of URIs in $0`() {
        let text = "=650  \\0$aT$0(uri)http://id.loc.gov/x$1(URI) https://y.org/z$0(DLC)sh1"
        #expect(
            Scrubbing.text(text, asking: "uri-prefix") == "=650  \\0$aT$0http://id.loc.gov/x$1https://y.org/z$0(DLC)sh1"
        )
    }

    @Test(arguments: [
        ("http://x.org/?a=1&amp;b=2&amp;amp;c", "http://x.org/?a=1&b=2&c"), ("http:\\\\x.org/a", "http://x.org/a"),
        ("http://x.org/a http://y.org/b", "http://x.org/a$uhttp://y.org/b"),
        ("http://x.org/a ; https://y.org", "http://x.org/a$uhttps://y.org"), ("http://x.org/a b", "http://x.org/a b"),
        ("x.org", "x.org"),
    ])
    func `corrects links`(_ before: String, _ after: String) {
        #expect(Scrubbing.text("=856  40$u\(before)$zz", asking: "links") == "=856  40$u\(after)$zz")
    }

    @Test func `names English as the language of cataloguing where it is`() {
        let text = "=040  \\\\$aX$cX\n=504  \\\\$aIncludes bibliographical references (p. 9)."
        #expect(
            Scrubbing.text(text, asking: "cataloguing-language") == text.replacing("$aX$cX", with: "$aX$beng$cX"))
        let french = "=040  \\\\$aX$cX\n=504  \\\\$aBibliogr."
        #expect(Scrubbing.text(french, asking: "cataloguing-language") == french)
    }

    /// A record that says that it has ISBD punctuation.
    private func isbd(_ fields: String, form: String = "a") -> String {
        "=LDR  00000nam\\a2200000\\\(form)\\4500\n\(fields)"
    }

    @Test func `adds ISBD punctuation where only one mark is possible`() {
        let text = """
            =245  10$aTitle.$nPart 1$pName$cA. Author.
            =250  \\\\$a2nd ed./$bB. Editor.
            =260  \\\\$aParis$bPresse$c1990.
            =264  \\4$c©1990
            =300  \\\\$a9 p.$bill.$c20 cm$e1 disc.
            =490  1\\$aSeries$v1
            """
        #expect(
            Scrubbing.text(isbd(text), asking: "isbd-punctuation") == """
                =245  10$aTitle.$nPart 1,$pName /$cA. Author.
                =250  \\\\$a2nd ed. /$bB. Editor.
                =260  \\\\$aParis :$bPresse,$c1990.
                =264  \\4$c©1990
                =300  \\\\$a9 p. :$bill. ;$c20 cm +$e1 disc.
                =490  1\\$aSeries ;$v1
                """)
        #expect(Scrubbing.text(isbd(text, form: "c"), asking: "isbd-punctuation") == text)
        let german = "=040  \\\\$aX$bger\n" + text
        #expect(Scrubbing.text(isbd(german), asking: "isbd-punctuation") == german)
    }

    @Test(arguments: ["Title :$cA.", "Title =$cA.", "Title /$cA.", "Title,$cA.", "Title;$cA."])
    func `adds no punctuation beside another`(_ title: String) {
        #expect(Scrubbing.text(isbd("=245  10$a\(title)"), asking: "isbd-punctuation") == "=245  10$a\(title)")
    }

    @Test func `ends titles and notes of AACR2 with a full stop`() {
        let text =
            "=245  10$aTitle /$cA. Author\n=500  \\\\$a\"May 1982.\"\n=500  \\\\$aSee http://x.org/a\n=504  \\\\$aBibliography$5Us\n=520  \\\\$aWhy?"
        #expect(
            Scrubbing.text(isbd(text), asking: "final-period") == text.replacing("A. Author\n", with: "A. Author.\n"))
        #expect(Scrubbing.text(isbd(text, form: "i"), asking: "final-period") == text)
    }

    @Test(arguments: [
        ("Topic,, general..", "Topic, general."), ("Wait...", "Wait..."), ("A , B", "A, B"), ("x :: y", "x : y"),
        ("see http://x.org/a,,b", "see http://x.org/a,,b"), ("F. Co..", "F. Co."), ("1...", "1..."),
    ])
    func `leaves out doubled punctuation`(_ before: String, _ after: String) {
        #expect(Scrubbing.text("=650  \\0$a\(before)", asking: "double-punctuation") == "=650  \\0$a\(after)")
    }

    @Test(arguments: [
        ("electronic resource /", "[electronic resource] /"), ("[electronic resource :", "[electronic resource] :"),
        ("[electronic resource] :", "[electronic resource] :"), ("by A. Author", "by A. Author"),
    ])
    func `puts the medium in brackets`(_ before: String, _ after: String) {
        #expect(
            Scrubbing.text(isbd("=245  10$aT$h\(before)$bx"), asking: "medium-brackets") == "=245  10$aT$h\(after)$bx")
    }

    @Test func `punctuates personal names`() {
        let text =
            "=100  1\\$aAuthor, A. B.$qAnna Berta$d1920-\n=600  17$aAuthor, A.$d1920-$2gnd\n=700  1\\$aOther$d1950-\n=700  1\\$aThird,$d1960-\n=700  1\\$aRose, Andrew.$d1970-"
        #expect(
            Scrubbing.text(isbd(text), asking: "name-punctuation")
                == "=100  1\\$aAuthor, A. B.$q(Anna Berta),$d1920-\n=600  17$aAuthor, A.$d1920-$2gnd\n=700  1\\$aOther,$d1950-\n=700  1\\$aThird,$d1960-\n=700  1\\$aRose, Andrew.$d1970-"
        )
    }
}
