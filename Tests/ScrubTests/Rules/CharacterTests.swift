import Scrub
import TestSupport
import Testing
import Update

@Suite struct CharacterTests {
    @Test func `leaves out control characters and what is no character`() {
        let result = Scrubbing("=245  10$aThe Com{x05}puter{xC2}{x85} Bible{xEF}{xBF}{xBE}")
        #expect(result.text == "=245  10$aThe Computer Bible")
        #expect(
            result.defects == [
                "scrub.control-character 245[1]$a repaired: \"The Com\\x05puter\\xC2\\x85 Bible\u{FFFE}\" → \"The Computer Bible\""
            ])
    }

    @Test func `keeps the marks of what sorting passes over`() {
        let result = Scrubbing("=245  10$a\u{98}Der \u{9C}Zauberberg")
        #expect(result.defects.isEmpty)
    }

    @Test func `makes tabs and line ends with the blanks around them one blank`() {
        let result = Scrubbing("=245  10$aTitle /{x0D}{x0A}   $c{x09}by{x09} me")
        #expect(result.text == "=245  10$aTitle /$cby me")
        #expect(result.defects.count == 2)
    }

    @Test func `keeps positions in a control field with a tab`() {
        let result = Scrubbing("=001  12{x0D}{x0A}\n=008  a{x09}b")
        #expect(result.text == "=001  12\n=008  a\\b")
    }

    @Test func `makes no-break and ideographic blanks plain`() {
        let result = Scrubbing("=245  10$aa\u{A0} b$c3일\u{3000}만")
        #expect(result.text == "=245  10$aa b$c3일 만")
        #expect(result.defects.map { $0.prefix(26) } == ["scrub.odd-space 245[1]$a r", "scrub.odd-space 245[1]$c r"])
    }

    @Test func `leaves out escape sequences from Unicode text`() {
        let result = Scrubbing("=245  10$aÉtude {x1B}(Bsur{x1B}s l'eau")
        #expect(result.text == "=245  10$aÉtude sur l'eau")
        #expect(result.defects.first?.hasPrefix("scrub.escape-in-utf8 245[1]$a repaired") == true)
    }

    @Test func `reads control fields with delimiters without their codes`() {
        let result = Scrubbing("=007  {x1F}av{x1F}bf{x1F}c {x1F}dc{x1F}eb")
        #expect(result.text == "=007  vf\\cb")
        #expect(
            result.defects.map { $0.prefix(38) } == ["scrub.delimiter-in-control-field 007[1]"].map { $0.prefix(38) })
    }

    @Test func `notes letters that were lost before the record came`() {
        let result = Scrubbing("=245  10$aZ\u{FFFD}rich")
        #expect(result.defects == ["scrub.replacement-character 245[1]$a noted: \"Z\u{FFFD}rich\""])
        #expect(!result.mark.isRepaired)
    }

    @Test func `notes accents without a letter under them, once a text`() {
        let result = Scrubbing("=245  10$aCafe \u{301}/ 9\u{301}$b\u{301}a /$cA. Author.")
        #expect(
            result.messages == [
                "245 $a holds the mark U+0301 on a blank, where no letter bears it; correct the word",
                "245 $b holds the mark U+0301 at the head of the text, where no letter bears it; correct the word",
            ])
        #expect(result.defects.allSatisfy { $0.contains("scrub.mark-without-letter") } && !result.mark.isRepaired)
    }

    @Test(arguments: [
        "q\u{307}a", "1\u{332}2", "=\u{338}a", "נּ", "שָׁלוֹם", "a\u{302}\u{323}b", "I\u{FE20}a\u{FE21}kovlev",
    ])
    func `leaves marks alone that stand where they may`(text: String) {
        #expect(Scrubbing("=245  10$a\(text)").messages == [])
    }

    @Test(arguments: [
        ("I\u{FE20}akovlev", "U+FE20"), ("Ia\u{FE21}kovlev", "U+FE21"), ("I\u{FE20}a\u{FE23}", "U+FE20"),
        ("i\u{FE22}ng i\u{FE20}a\u{FE21}", "U+FE22"),
    ])
    func `notes halves of marks without the other half`(text: String, half: String) {
        #expect(
            Scrubbing("=245  10$a\(text)").messages == [
                "245 $a holds \(half), one half of a mark over two letters, without the other; correct the word"
            ])
    }

    @Test func `notes characters of private agreement`() {
        #expect(
            Scrubbing("=245  10$aTitle \u{E000}\u{E001}").messages == [
                "245 $a holds U+E000, which Unicode leaves to private agreement; enter the character that is meant"
            ])
    }

    @Test(arguments: [
        ("Tіtle", "Tіtle', in which U+0456 is a Cyrillic"), ("Заcтава", "Заcтава', in which U+0063 is a Latin"),
        ("an authοr", "authοr', in which U+03BF is a Greek"),
    ])
    func `notes letters that only look like those beside them`(text: String, found: String) {
        #expect(
            Scrubbing("=245  10$a\(text)").messages == [
                "245 $a has '\(found) letter that looks like one of the others; type the word again"
            ])
    }

    @Test(arguments: [
        "α-particles", "the μm scale", "ΔT and Δx", "TNFα", "Война и мир", "PDF-файл", "XX век", "ABБ", "λx", "IгG",
        "Ab β2", "Βphenyl", "pγγ",
    ])
    func `leaves words alone that mix scripts on purpose`(text: String) {
        #expect(Scrubbing("=245  10$a\(text)").messages == [])
    }

    @Test func `composes to NFC without a defect`() {
        let result = Scrubbing("=245  10$aE\u{301}tude")
        #expect(result.text == "=245  10$a\u{C9}tude")
        #expect(result.text.unicodeScalars.count == "=245  10$aÉtude".unicodeScalars.count)
        #expect(result.defects.isEmpty)
        #expect(!result.mark.isRepaired)
    }

    @Test func `notes text that was encoded twice, and decodes it where the profile asks`() {
        let text = "=245  10$aUniversitÃ© de BesanÃ§on"
        let noted = Scrubbing(text)
        #expect(noted.text == text)
        #expect(noted.defects == ["scrub.double-utf8 245[1]$a noted: \"UniversitÃ© de BesanÃ§on\""])
        let repaired = Scrubbing(text, ScrubSettings(optional: ["double-utf8"]))
        #expect(repaired.text == "=245  10$aUniversité de Besançon")
        let thrice = Scrubbing(
            "=245  10$aUniversitÃ\u{83}Â© de BesanÃ\u{83}Â§on", ScrubSettings(optional: ["double-utf8"]))
        #expect(thrice.text == "=245  10$aUniversité de Besançon")
    }

    @Test(arguments: ["=245  10$aÃ© alone", "=245  10$aSÃO PAULO Â 1", "=245  10$aÃ© Ã© и"])
    func `leaves text alone that may be what it is`(_ text: String) {
        #expect(Scrubbing(text, ScrubSettings(optional: ["double-utf8"])).defects.isEmpty)
    }

    @Test func `leaves out invisible characters where the profile asks`() {
        let text = "=245  10$aa\u{200B}b\u{FEFF}"
        #expect(Scrubbing(text).defects.isEmpty)
        #expect(Scrubbing(text, ScrubSettings(optional: ["invisible-characters"])).text == "=245  10$aab")
    }

    @Test func `leaves halves of letters in text that was encoded twice for whoever repairs it`() {
        // The second letter's last half is a control character, the third's a no-break blank.
        let text = "=245  10$aPrepara\u{C3}\u{A7}\u{C3}\u{A3}o \u{C3}\u{A0} \u{C3}\u{89}tude"
        let result = Scrubbing(text)
        #expect(result.defects.count == 1)
        #expect(result.defects.first?.hasPrefix("scrub.double-utf8 245[1]$a noted") == true)
        #expect(Scrubbing(text, ScrubSettings(optional: ["double-utf8"])).text == "=245  10$aPreparação à Étude")
    }
}
