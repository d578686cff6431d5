import Scrub
import TestSupport
import Testing
import Update

@Suite struct EncodingTests {
    @Test func `takes UTF-8 for UTF-8 although leader 09 says MARC-8`() {
        let result = Scrubbing("=LDR  00000nam\\\\2200000\\\\\\4500\n=245  10$aÉtudes")
        #expect(result.text == "=245  10$aÉtudes")
        #expect(result.leader == "00000nam\\a2200000\\\\\\4500")
        #expect(result.defects == ["scrub.leader-encoding-wrong LDR/9 repaired: \" \" → \"a\""])
        #expect(
            result.messages == [
                "leader/09 says MARC-8, the bytes are UTF-8: read as that; correct leader/09 in the export"
            ])
    }

    @Test func `takes MARC-8 for MARC-8 although leader 09 says Unicode`() {
        let result = Scrubbing("=245  10$aM{xE8}unchen, {xE2}ecole, S{xE3}o, {xF0}ca")
        #expect(result.text == "=245  10$aMünchen, école, Sô, ça")
        #expect(result.defects == ["scrub.leader-encoding-wrong LDR/9 repaired: \"a\" → \"a\""])
    }

    @Test func `takes escape sequences that decode without a fault for MARC-8`() {
        let result = Scrubbing("=245  10$a{x1B}$1!0D!;u{x1B}(B".replacing("$1", with: "{dollar}1"))
        #expect(result.defects.count == 1)
        #expect(result.defects.first?.hasPrefix("scrub.leader-encoding-wrong") == true)
        #expect(!result.text.contains("\\x1B"))
    }

    @Test func `reads Windows-1252 where the bytes fit it well and MARC-8 badly`() {
        let result = Scrubbing("=245  10$aLes {xE9}l{xE8}ves d{x92}une {xE9}cole fran{xE7}aise {xE0} Qu{xE9}bec")
        #expect(result.text == "=245  10$aLes élèves d’une école française à Québec")
        #expect(result.defects == ["scrub.encoding-foreign record repaired"])
    }

    @Test func `never guesses from one kind of byte alone`() {
        // Seen in a file of jazz recordings: E1 stands for an apostrophe.
        let result = Scrubbing(
            "=505  0\\$aI{xE1}ll remember April -- It{xE1}s all right -- They can{xE1}t take that away.")
        #expect(result.defects.first?.hasPrefix("scrub.encoding-unclear") == true)
        #expect(!result.text.contains("á"))
    }

    @Test func `does not take a Cyrillic code page for Western letters`() {
        let record =
            "=LDR  00000nam\\\\2200000\\\\\\4500\n=245  10$a{xCE}{xF1}{xED}{xEE}{xE2}{xFB} {xE3}{xE8}{xE4}{xF0}{xE0}{xE2}{xEB}{xE8}{xEA}{xE8}"
        let result = Scrubbing(record)
        #expect(result.defects.first?.hasPrefix("scrub.encoding-unclear record noted") == true)
        #expect(result.mark.disposition == .rejected)
    }

    @Test func `keeps MARC-8 as declared where a single byte could be anything`() {
        let result = Scrubbing("=LDR  00000nam\\\\2200000\\\\\\4500\n=245  10$aMus{xE2}ee")
        #expect(result.text == "=245  10$aMusée")
        #expect(result.defects.isEmpty)
    }

    @Test func `shows what is not UTF-8 as a replacement character, with the bytes in the report`() {
        let result = Scrubbing("=245  10$aTitle\n=500  \\\\$aMünchen, Köln, Z{xFC}rich")
        #expect(result.text == "=245  10$aTitle\n=500  \\\\$aMünchen, Köln, Z\u{FFFD}rich")
        #expect(
            result.defects == [
                "scrub.utf8-illegal 500[1]$a repaired: \"München, Köln, Z\\xFCrich\" → \"München, Köln, Z\u{FFFD}rich\""
            ])
        #expect(result.mark.disposition == .passed)
    }

    @Test(arguments: ["=001  12{xFF}é", "=245  10$aMünchen, Z{xFC}rich"])
    func `rejects a record whose number or title lost a letter`(_ field: String) {
        let result = Scrubbing(field + "\n=500  \\\\$aé é é")
        #expect(result.mark.disposition == .rejected)
        #expect(result.defects.contains { $0.contains("record-rejected") })
    }

    @Test func `passes a delete whose title lost a letter`() {
        let result = Scrubbing("=LDR  00000dam\\a2200000\\\\\\4500\n=001  1\n=245  10$aé é Z{xFC}rich", intent: .delete)
        #expect(result.mark.disposition == .passed)
    }

    @Test func `decodes numeric character references in MARC-8 only`() {
        let marc8 = Scrubbing("=LDR  00000nam\\\\2200000\\\\\\4500\n=245  10$aH&#x1EA1; Long")
        #expect(marc8.text == "=245  10$aHạ Long")
        #expect(marc8.defects.isEmpty)
        let unicode = Scrubbing("=245  10$aH&#x1EA1; Long")
        #expect(unicode.text == "=245  10$aH&#x1EA1; Long")
    }

    @Test func `takes leader 09 that is neither from the bytes`() {
        let result = Scrubbing("=LDR  00000nam\\D2200000\\\\\\4500\n=245  10$aÉtudes")
        #expect(result.text == "=245  10$aÉtudes")
        #expect(result.defects == ["scrub.leader-encoding-invalid LDR/9 repaired: \"D\" → \"a\""])
    }

    @Test func `converts rightly declared MARC-8 without a defect, and composes it`() {
        let result = Scrubbing(
            "=LDR  00000nam\\\\2200000\\\\\\4500\n=066  \\\\$c(N\n=245  10$a{xE2}Ecole {x1B}(NmOSKWA{x1B}(B")
        #expect(result.text == "=245  10$aÉcole Москва")
        #expect(result.defects.isEmpty)
        #expect(!result.mark.isRepaired)
    }

    /// One value at a time in a record whose title speaks for MARC-8, with what is reported of it.
    @Test(arguments: [
        ("=500  \\\\$aa{xFF}b", "scrub.marc8-code-unknown 500[1]$a repaired: \"a\\xFFb\" → \"a\u{FFFD}b\""),
        ("=501  \\\\$aa{x1B}eb", "scrub.marc8-escape-wrong 501[1]$a repaired: \"a\\x1Beb\" → \"a\u{FFFD}eb\""),
        ("=502  \\\\$aa{xE2}", "scrub.marc8-mark-without-base 502[1]$a repaired: \"a\\xE2\" → \"a \u{301}\""),
        ("=504  \\\\$aa{x1B}(Nm$bm{x1B}(B", "scrub.marc8-set-not-reset 504[1]$a repaired: \"a\\x1B(Nm\" → \"aМ\""),
        ("=505  0\\$aa&#1234;b", "scrub.numeric-reference-malformed 505[1]$a noted: \"a&#1234;b\""),
    ])
    func `reports what is wrong with MARC-8`(_ field: String, _ defect: String) {
        let title = "=245  10$aSt{xE2}e, caf{xE2}e, na{xE8}ive, gar{xF0}con"
        let result = Scrubbing("=LDR  00000nam\\\\2200000\\\\\\4500\n\(title)\n\(field)")
        #expect(result.defects == [defect])
        #expect(result.text.hasPrefix("=245  10$aSté, café, naïve, garçon\n"))
    }

    @Test func `takes a first half of a mark over two letters for the whole`() {
        let title = "=245  10$aSt{xE2}e, caf{xE2}e, na{xE8}ive, gar{xF0}con"
        let result = Scrubbing("=LDR  00000nam\\\\2200000\\\\\\4500\n\(title)\n=503  \\\\$a{xEB}ia")
        #expect(result.text.hasSuffix("\n=503  \\\\$ai\u{361}a"))
        #expect(result.defects.count == 1)
        #expect(result.defects.first?.hasPrefix("scrub.marc8-double-mark-incomplete 503[1]$a repaired") == true)
    }

    @Test func `believes the profile's encoding, but the bytes more`() {
        let settings = ScrubSettings(encoding: .latin1)
        let latin = Scrubbing("=LDR  00000nam\\\\2200000\\\\\\4500\n=245  10$aCaf{xE9}, th{xE9}{xE2}tre", settings)
        #expect(latin.text == "=245  10$aCafé, théâtre")
        #expect(latin.defects.isEmpty)
        let unicode = Scrubbing("=LDR  00000nam\\\\2200000\\\\\\4500\n=245  10$aCafé", settings)
        #expect(unicode.text == "=245  10$aCafé")
        #expect(unicode.defects == ["scrub.encoding-not-declared record repaired"])
    }
}
