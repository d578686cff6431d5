import Scrub
import TestSupport
import Testing

@Suite struct OptionalFixedFieldTests {
    /// A record with this 008, blanks written as such.
    private func field(_ text: String) -> String { "=008  " + text.replacing(" ", with: "\\") }

    @Test(arguments: [
        ("930517s1993    nyua   u h3 xn001 0 eng a", "930517s1993    nyua   j fkt o001 0 eng  "),
        ("930517s1993    nyua          001   eng o", "930517s1993    nyua          001 0 eng d"),
        // A code that books never had: the field may be that of another type of record.
        ("930517s1993    nyur         n001 0 eng d", "930517s1993    nyur         n001 0 eng d"),
    ])
    func `replaces withdrawn codes of 008 by their successors`(_ before: String, _ after: String) {
        #expect(Scrubbing.text(field(before), asking: "obsolete-codes") == field(after))
    }

    @Test func `replaces withdrawn codes of 007, 041, 043, 044 and of countries and languages in 008`() {
        let text = """
            =007  dc\\bcn
            =008  930517s1993\\\\\\\\us\\a\\\\\\\\\\\\\\\\\\\\001\\0\\scr\\d
            =041  0\\$ascc$ascr$aeng
            =043  \\\\$ae-ur-ru$an-us---
            =044  \\\\$aus$aair$aai$avs
            """
        #expect(
            Scrubbing.text(text, asking: "obsolete-codes") == """
                =007  dc\\ccn
                =008  930517s1993\\\\\\\\xxua\\\\\\\\\\\\\\\\\\\\001\\0\\hrv\\d
                =041  0\\$asrp$ahrv$aeng
                =043  \\\\$ae-ru---$an-us---
                =044  \\\\$axxu$aai$aai$avs
                """)
    }

    @Test func `makes signs for a blank blanks, but not where they are data`() {
        let rest = "=007  hd\\afu---bucu\n=043  \\\\$an-us---\n"
        #expect(
            Scrubbing.text(rest + field("930517s1993####nyua###-######001#0#eng#d"), asking: "fixed-field-blanks")
                == rest + field("930517s1993    nyua          001 0 eng d"))
    }

    @Test(arguments: [
        ("20240131093000", "20240131093000.0"), ("20240131093000.", "20240131093000.0"),
        ("2024-01-31T09:30:00Z", "20240131093000.0"), ("20240131", "20240131"), ("20241331093000", "20241331093000"),
        ("20240131093000.0", "20240131093000.0"), ("yesterday", "yesterday"),
    ])
    func `puts 005 in its form`(_ before: String, _ after: String) {
        #expect(Scrubbing.text("=005  \(before)", asking: "transaction-date-form") == "=005  \(after)")
    }

    @Test(arguments: [
        ("vf\\cb", "vf\\cb||||"), ("vf\\cbahos\\\\|", "vf\\cbahos"), ("cr\\|||", "cr\\|||"), ("ta\\\\", "ta"),
        ("v", "v"),
        ("vf\\cbahosX", "vf\\cbahosX"), ("xy", "xy"),
    ])
    func `gives 007 its length`(_ before: String, _ after: String) {
        #expect(Scrubbing.text("=007  \(before)", asking: "physical-description-length") == "=007  \(after)")
    }

    @Test func `puts codes in the form of their lists`() {
        let text =
            "=008  930517s1993\\\\\\\\NYUa\\\\\\\\\\\\\\\\\\\\001\\0\\ENG\\d\n=041  0\\$aEng$axyz\n=043  \\\\$an-us$aN-US---"
        #expect(
            Scrubbing.text(text, asking: "code-form")
                == "=008  930517s1993\\\\\\\\nyua\\\\\\\\\\\\\\\\\\\\001\\0\\eng\\d\n=041  0\\$aeng$axyz\n=043  \\\\$an-us---$an-us---"
        )
    }

    @Test func `blanks undefined positions where all else is valid`() {
        #expect(
            Scrubbing.text(field("930517s1993    nyua          00110 eng d"), asking: "undefined-positions")
                == field("930517s1993    nyua          001 0 eng d"))
        let shifted = field("930517s1993   nyua          001 0 eng d ")
        #expect(Scrubbing.text(shifted, asking: "undefined-positions") == shifted)
    }

    @Test(arguments: [("Title /$cA.", "i"), ("Title$cA.", "c"), ("Title :$cA.", "\\"), ("Title", "\\")])
    func `tells the form of description from 245`(_ title: String, _ form: String) {
        let text = "=LDR  00000nam\\a2200000\\\\\\4500\n=040  \\\\$aX$erda\n=245  10$a\(title)"
        let result = Scrubbing(text, ScrubSettings(optional: ["descriptive-form"]))
        #expect(result.leader == "00000nam\\a2200000\\\(form)\\4500")
    }

    @Test func `gives an established authority record its level`() {
        let text = SoundRecord.authority.replacing("00000nz  a2200000n  4500", with: "00000nz  a2200000   4500")
        #expect(Scrubbing(text, ScrubSettings(optional: ["authority-level"])).leader.contains("a2200000n"))
        #expect(Scrubbing(text).leader.contains("a2200000\\"))
    }
}
