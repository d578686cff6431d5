import Scrub
import TestSupport
import Testing

@Suite struct FormTests {
    @Test func `makes indicators that are no indicators blank`() {
        let result = Scrubbing("=245  #A$aTitle\n=650  \\z$aTopic")
        #expect(result.text == "=245  \\\\$aTitle\n=650  \\z$aTopic")
        #expect(
            result.defects == [
                "scrub.indicator-illegal 245[1] indicator 1 repaired: \"#\" → \" \"",
                "scrub.indicator-illegal 245[1] indicator 2 repaired: \"A\" → \" \"",
            ])
    }

    @Test func `leaves out empty and blank subfields, then fields with nothing left`() {
        let result = Scrubbing("=245  10$aTitle$b$c  \n=500  \\\\$a")
        #expect(result.text == "=245  10$aTitle")
        #expect(
            result.defects == [
                "scrub.empty-subfield 245[1]$b part-dropped: \"\"",
                "scrub.empty-subfield 245[1]$c part-dropped: \"  \"",
                "scrub.empty-subfield 500[1]$a part-dropped: \"\"", "scrub.empty-field 500[1] part-dropped: \"  \"",
            ])
    }

    @Test func `leaves out fields whose tag is none`() {
        let result = Scrubbing("=245  10$aTitle\n=2 5  10$aTitle")
        #expect(result.text == "=245  10$aTitle")
        #expect(result.defects == ["scrub.tag-malformed 2 5[1] part-dropped: \"10$aTitle\""])
    }

    @Test func `sets the leader's constant positions and leaves the others to validate`() {
        let record = Records.record("=LDR  00000zzz\\a2200000z\\z4500\n=245  10$aTitle")
        #expect(Scrubbing(record).leader == "00000zzz\\a2200000z\\z4500")
        #expect(Scrubbing(record).defects.isEmpty)
        // Ingest has reported it.
        #expect(Scrubbing("=LDR  00000nam\\a2200000\\\\\\0000\n=245  10$aTitle").defects.isEmpty)
        #expect(
            Scrubbing("=LDR  00000nam\\a2200000\\\\\\0000\n=245  10$aTitle").leader == "00000nam\\a2200000\\\\\\4500")
    }

    @Test func `keeps data without a delimiter where their place is clear`() {
        let result = Scrubbing("=245  10Title without delimiter\n=260  \\\\$aNew York :${xC2}{xBF}bKnopf")
        #expect(result.text == "=245  10$aTitle without delimiter\n=260  \\\\$aNew York :$bKnopf")
        #expect(
            result.defects == [
                "scrub.delimiter-missing 245[1] repaired: \"Title without delimiter\" → \"$aTitle without delimiter\"",
                "scrub.delimiter-missing 260[1] repaired: \"¿bKnopf\" → \"$bKnopf\"",
            ])
    }

    @Test func `takes a code that stands one place further on`() {
        let result = Scrubbing("=020  \\\\$ a1591403715\n=040  \\\\$aDLC${dollar}dONU\n=500  \\\\$ a \"Curator\"")
        #expect(result.text == "=020  \\\\$a1591403715\n=040  \\\\$aDLC$dONU\n=500  \\\\$a\"Curator\"")
    }

    @Test func `keeps text behind a stray delimiter in titles and notes`() {
        let result = Scrubbing("=245  10$aHamiltonian for non-leptonic $Delta F$ = 1 decays$h[electronic resource].")
        #expect(result.text == "=245  10$aHamiltonian for non-leptonic Delta F = 1 decays$h[electronic resource].")
        #expect(
            result.defects.map { $0.prefix(31) } == [
                "scrub.subfield-code-upper-case ", "scrub.subfield-code-illegal 245",
            ])
    }

    @Test func `leaves out subfields with codes of some system's own`() {
        let result = Scrubbing("=100  1\\$aGoethe, Johann Wolfgang von$BGND-118540238\n=852  \\\\$aX$=5768")
        #expect(result.text == "=100  1\\$aGoethe, Johann Wolfgang von\n=852  \\\\$aX")
        #expect(
            result.defects == [
                "scrub.subfield-code-upper-case 100[1]$B part-dropped: \"$BGND-118540238\"",
                "scrub.subfield-code-illegal 852[1]$= part-dropped: \"$=5768\"",
            ])
    }

    @Test func `takes upper-case codes for lower-case ones where a field has no others, or the profile asks`() {
        let all = Scrubbing("=245  10$ATitle /$CAuthor")
        #expect(all.text == "=245  10$aTitle /$cAuthor")
        let mixed = Scrubbing("=852  \\\\$aX$BY", ScrubSettings(optional: ["fold-upper-case-codes"]))
        #expect(mixed.text == "=852  \\\\$aX$bY")
        // Not where the field has no such subfield, or has it once already.
        let unfit = Scrubbing("=852  \\\\$aX$YZ\n=852  \\\\$aT$AU", ScrubSettings(optional: ["fold-upper-case-codes"]))
        #expect(unfit.text == "=852  \\\\$aX\n=852  \\\\$aT")
    }

    @Test func `leaves out what the strip list names, and says so without its content`() {
        let settings = ScrubSettings(strip: ["59X", "856$z", "7XX$5"].compactMap { StripPattern($0) })
        let result = Scrubbing(
            "=245  10$aTitle\n=590  \\\\$aSecret\n=700  1\\$5Us\n=856  40$uhttp://x$zSecret", settings)
        #expect(result.text == "=245  10$aTitle\n=856  40$uhttp://x")
        #expect(
            result.defects == [
                "scrub.field-on-strip-list 590[1] part-dropped", "scrub.field-on-strip-list 700[1]$5 part-dropped",
                "scrub.field-on-strip-list 856[1]$z part-dropped",
            ])
        #expect(!result.messages.joined().contains("Secret"))
    }

    @Test(arguments: ["", "94", "9400", "949$", "949$ab", "949$a$b"])
    func `knows what is no strip pattern`(_ text: String) { #expect(StripPattern(text) == nil) }
}
