import Scrub
import TestSupport
import Testing

@Suite struct ContentTests {
    @Test func `trims and collapses blanks`() {
        let result = Scrubbing("=245  10$a  The  title /$c by   me. ")
        #expect(result.text == "=245  10$aThe title /$cby me.")
        #expect(
            result.defects == [
                "scrub.surplus-blanks 245[1]$a repaired: \"  The  title /\" → \"The title /\"",
                "scrub.surplus-blanks 245[1]$c repaired: \" by   me. \" → \"by me.\"",
            ])
        #expect(result.messages.first == "245 $a has 3 surplus blanks, left out")
    }

    @Test(arguments: [
        "=008  930517s1993    nyu  ", "=010  \\\\$a   93001234 ", "=016  7\\$a  1$2DNLM", "=035  \\\\$a(X)  1",
        "=260  \\\\$c<1981-  >", "=264  \\1$a<  Paris", "=533  \\\\$7s1993    nyun  a", "=760  0\\$w(DLC)   93001234",
        "=787  0\\$7p1am ", "=841  \\\\$b0901128u    8   0001uueng0901128", "=852  \\\\$hQA  76 ",
        "=880  \\\\$6010-00$a   93001234",
        "=945  \\\\$lmain   ", "=105  \\\\$aa   z   000yy", "=FMT  \\\\$aBK  ",
    ])
    func `leaves blanks alone where they are data`(_ field: String) {
        #expect(
            Scrubbing(field.replacing("008  930517s1993    nyu  ", with: "008  930517s1993\\\\\\\\nyu\\\\")).defects
                .isEmpty)
    }

    @Test func `keeps a blank that carries a mark`() {
        let result = Scrubbing("=500  \\\\$a \u{301} and  \u{301}x")
        #expect(
            result.text == "=500  \\\\$a \u{301} and \u{301}x" || result.text == "=500  \\\\$a \u{301} and  \u{301}x")
    }

    @Test func `moves the qualifier of an ISBN to $q`() {
        let result = Scrubbing(
            """
            =020  \\\\$a0-306-40615-2 (pbk. : v. 1)
            =020  \\\\$a080442957X(v. 1)(hbk.) :$c$12.50
            =020  \\\\$z9780306406157 (invalid) : 12.50 EUR
            """.replacing("$12", with: "{dollar}12"))
        #expect(
            result.text == """
                =020  \\\\$a0-306-40615-2$q(pbk. : v. 1)
                =020  \\\\$a080442957X$q(v. 1)$q(hbk.) :$c{dollar}12.50
                =020  \\\\$z9780306406157$q(invalid) :$c12.50 EUR
                """)
        #expect(
            result.defects.first
                == "scrub.isbn-qualifier 020[1]$a repaired: \"0-306-40615-2 (pbk. : v. 1)\" → \"$a0-306-40615-2$q(pbk. : v. 1)\""
        )
        #expect(result.defects.count == 3)
    }

    @Test(arguments: [
        "(pbk.)", "ISBN 0306406152 (pbk.)", "0306406152 pbk.", "030640615 (pbk.)", "0306406152 (pbk. (v. 1))",
        "0306406152 (pbk.) new", "0306406152 ()", "0306406152 (pbk.",
    ])
    func `leaves an ISBN alone where something is in doubt`(_ value: String) {
        #expect(Scrubbing("=020  \\\\$a\(value)").defects.isEmpty)
    }

    @Test func `puts an ISSN in its form only where the profile asks`() {
        let text = "=022  0\\$aISSN 03178471 ;"
        #expect(Scrubbing(text).defects.isEmpty)
        let settings = ScrubSettings(optional: ["issn-form"])
        #expect(Scrubbing(text, settings).text == "=022  0\\$a0317-8471")
        #expect(Scrubbing("=022  0\\$a0317-8472 ;", settings).defects.isEmpty)
        #expect(Scrubbing("=022  0\\$a0317-8471 (print)", settings).defects.isEmpty)
    }

    @Test(arguments: [
        ("(OCoLC)ocm01234567 ", "(OCoLC)1234567"), ("(OCoLC)ocn123456789", "(OCoLC)123456789"),
        ("(OCoLC)on1012345678", "(OCoLC)1012345678"), ("(OCoLC)00012", "(OCoLC)12"), ("(OCoLC) 12", "(OCoLC)12"),
    ])
    func `puts an OCLC number in its plain form`(_ before: String, _ after: String) {
        let result = Scrubbing("=035  \\\\$a\(before)")
        #expect(result.text == "=035  \\\\$a\(after)")
        #expect(result.defects == ["scrub.oclc-number-form 035[1]$a repaired: \"\(before)\" → \"\(after)\""])
    }

    @Test(arguments: [
        "(OCoLC)12", "(OCoLC)", "(OCoLC)0", "(OCoLC)ocm", "(OCoLC)12a", "(OCoLC-M)ocm00012", "ocm01234567",
    ])
    func `leaves other numbers in 035 alone`(_ value: String) {
        #expect(Scrubbing("=035  \\\\$a\(value)").defects.isEmpty)
    }

    @Test func `splits language codes that run together`() {
        let result = Scrubbing("=041  1\\$aengfreger$hlat")
        #expect(result.text == "=041  1\\$aeng$afre$ager$hlat")
        #expect(
            result.defects == [
                "scrub.language-codes-run-together 041[1]$a repaired: \"engfreger\" → \"$aeng$afre$ager\""
            ])
        #expect(Scrubbing("=041  1\\$aengxyz").defects.isEmpty)
        #expect(Scrubbing("=041  17$aengfre$2iso639-1").defects.isEmpty)
        #expect(Scrubbing("=041  1\\$aengfr").defects.isEmpty)
    }

    @Test func `leaves 066 out of a Unicode record`() {
        let result = Scrubbing("=066  \\\\$c$1\n=245  10$aé".replacing("$1", with: "{dollar}1"))
        #expect(result.text == "=245  10$aé")
        #expect(result.defects == ["scrub.character-sets-field 066[1] part-dropped: \"  $c$1\""])
    }

    @Test func `adds the code and the source of a content type`() {
        let result = Scrubbing("=336  \\\\$atext$2rdacontent\n=337  \\\\$aunmediated$bn\n=338  \\\\$avolume$3v. 1")
        #expect(
            result.text
                == "=336  \\\\$atext$btxt$2rdacontent\n=337  \\\\$aunmediated$bn$2rdamedia\n=338  \\\\$avolume$bnc$2rdacarrier$3v. 1"
        )
        #expect(result.defects.first == "scrub.content-type-incomplete 336[1] repaired: \"text\" → \"text$btxt\"")
    }

    @Test(arguments: [
        "$aTexte$2rdacontent", "$atext$bsti$2rdacontent", "$atext$2other", "$atext$asounds", "$btxt",
        "$atext$btxt$2rdacontent",
        "$atext$btxt$2rdaco",
    ])
    func `adds nothing to a content type that is in doubt`(_ subfields: String) {
        #expect(Scrubbing("=336  \\\\\(subfields)").defects.isEmpty)
    }

    @Test func `numbers linked pairs anew where two share a number`() {
        let result = Scrubbing(
            """
            =245  10$6880-01$aTitle
            =260  \\\\$6880-01$aPlace
            =880  10$6245-01/{dollar}1$aTitle
            =880  \\\\$6260-01/{dollar}1$aPlace
            """)
        #expect(
            result.text == """
                =245  10$6880-01$aTitle
                =260  \\\\$6880-02$aPlace
                =880  10$6245-01/{dollar}1$aTitle
                =880  \\\\$6260-02/{dollar}1$aPlace
                """)
        #expect(
            result.defects == [
                "scrub.link-number-repeated 260[1]$6 repaired: \"880-01\" → \"880-02\"",
                "scrub.link-number-repeated 880[2]$6 repaired: \"260-01/$1\" → \"260-02/$1\"",
            ])
    }

    @Test func `leaves links alone where a pair is in doubt`() {
        let twice =
            "=245  10$6880-01$aT\n=500  \\\\$6880-01$aN\n=500  \\\\$6880-01$aM\n=880  10$6245-01$aT\n=880  \\\\$6500-01$aN\n=880  \\\\$6500-01$aM"
        #expect(Scrubbing(twice).defects.isEmpty)
        #expect(Scrubbing("=245  10$6880-02$aT\n=880  10$6245-02$aT").defects.isEmpty)
    }

    /// An 008 of a book of 1993 with these codes for illustrations and contents.
    private func book(_ illustrations: String, _ contents: String) -> String {
        "=008  930517s1993    nyu\(illustrations)  \(contents) 001 0 eng d".replacing(" ", with: "\\")
            .replacing("=008\\\\", with: "=008  ")
    }

    @Test func `puts codes of 008 in order where all of them are of the format`() {
        let result = Scrubbing(book("bba ", "   b"))
        #expect(result.text == book("ab  ", "b   "))
        #expect(
            result.defects == [
                "scrub.fixed-codes-unordered 008[1]/18 repaired: \"bba \" → \"ab  \"",
                "scrub.fixed-codes-unordered 008[1]/24 repaired: \"   b\" → \"b   \"",
            ])
    }

    @Test(arguments: [("qr p", "    "), ("||||", "||||"), ("ab  ", "bk  "), ("    ", "    "), ("ba  ", "xb  ")])
    func `leaves codes of 008 that are in order, not coded, or of another type of record`(
        _ illustrations: String, _ contents: String
    ) {
        let text = book(illustrations, contents)
        #expect(Scrubbing(text).text == text)
        #expect(Scrubbing(text).defects.isEmpty)
    }
}
