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

    // MARK: Code pages

    private static let pages: [DeclaredEncoding] = [.windows1251, .cp866, .koi8r, .iso5426]

    /// Titles in each code page, and what they say.
    private static let titles: [(DeclaredEncoding, String, String)] = [
        (
            .windows1251,
            "{xC2}{xEE}{xE9}{xED}{xE0} {xE8} {xEC}{xE8}{xF0} {xB9} 1 /$c{xCB}. {xCD}. {xD2}{xEE}{xEB}{xF1}{xF2}{xEE}{xE9}",
            "Война и мир № 1 /$cЛ. Н. Толстой"
        ),
        (
            .cp866,
            "{x82}{xAE}{xA9}{xAD}{xA0} {xA8} {xAC}{xA8}{xE0} /$c{x8B}. {x8D}. {x92}{xAE}{xAB}{xE1}{xE2}{xAE}{xA9}",
            "Война и мир /$cЛ. Н. Толстой"
        ),
        (
            .koi8r,
            "{xF7}{xCF}{xCA}{xCE}{xC1} {xC9} {xCD}{xC9}{xD2} /$c{xEC}. {xEE}. {xF4}{xCF}{xCC}{xD3}{xD4}{xCF}{xCA}",
            "Война и мир /$cЛ. Н. Толстой"
        ),
        (
            .iso5426,
            "{xC8}Uber die {xC2}Ecole fran{xD0}caise, {xF9} {xDD}t{xDE}s, {xDD}n{xDF}g /$c{xE8}. {xCF}{xC2}s{xAD}",
            "Über die École française, ø t͡s, n͠g /$cŁ. š́©"
        ),
    ]

    @Test(arguments: titles) func `reads the code page that the profile names, whatever leader 09 says`(
        encoding: DeclaredEncoding, bytes: String, title: String
    ) {
        for coding in ["\\", "a"] {
            let record = "=LDR  00000nam\\\(coding)2200000\\\\\\4500\n=245  10$a\(bytes)"
            let result = Scrubbing(record, ScrubSettings(encoding: encoding))
            #expect(result.text == "=245  10$a\(title)")
            #expect(result.defects.isEmpty && result.leader.dropFirst(9).first == "a")
        }
    }

    @Test(arguments: pages) func `takes UTF-8 for UTF-8 although the profile names a code page`(
        encoding: DeclaredEncoding
    ) {
        for title in ["Война и мир", "École française", "Ünï"] {
            let result = Scrubbing("=245  10$a\(title)", ScrubSettings(encoding: encoding))
            #expect(result.text == "=245  10$a\(title)")
            #expect(result.defects == ["scrub.encoding-not-declared record repaired"])
        }
    }

    @Test func `knows words in CP866 that are UTF-8 by chance`() {
        let result = Scrubbing("=245  10$a{xE0}{xA8}{xAC}", ScrubSettings(encoding: .cp866))
        #expect(result.text == "=245  10$aрим" && result.defects.isEmpty)
    }

    @Test(arguments: titles.prefix(3), pages.prefix(3))
    func `says that the text is in another code page than the profile names`(
        title: (DeclaredEncoding, String, String), declared: DeclaredEncoding
    ) {
        guard title.0 != declared else { return }
        let result = Scrubbing("=245  10$a\(title.1)", ScrubSettings(encoding: declared))
        #expect(result.defects.first?.hasPrefix("scrub.encoding-unclear record noted") == true, "\(result.text)")
    }

    @Test(arguments: titles.prefix(3)) func `names the code page that the bytes fit, where nothing is sure`(
        encoding: DeclaredEncoding, bytes: String, title: String
    ) {
        let result = Scrubbing("=LDR  00000nam\\\\2200000\\\\\\4500\n=245  10$a\(bytes)")
        let hint = ", and say encoding: \(encoding.rawValue) in its profile"
        #expect(result.messages.first?.hasSuffix(hint) == true, "\(result.messages)")
    }

    @Test func `names no code page where two fit, or the bytes are few`() {
        for bytes in ["I{xE1}ll, It{xE1}s, can{xE1}t, they{xE1}re", "{xCE}{xCE}"] {
            let result = Scrubbing("=LDR  00000nam\\\\2200000\\\\\\4500\n=505  0\\$a\(bytes)")
            #expect(result.messages.first?.hasSuffix("export the record in UTF-8") == true, "\(result.messages)")
        }
    }

    @Test func `takes MARC-8 for MARC-8 although the profile names ISO 5426`() {
        let text = "=245  10$aM{xE8}unchen, {xE2}ecole, caf{xE2}e, S{xE3}o, {xF0}ca"
        let result = Scrubbing(text, ScrubSettings(encoding: .iso5426))
        #expect(result.text == "=245  10$aMünchen, école, café, Sô, ça")
        #expect(result.defects == ["scrub.encoding-not-declared record repaired"])
    }

    @Test func `reports bytes that the code page does not have`() {
        let title = "=245  10$a{xCC}{xEE}{xF1}{xEA}{xE2}{xE0}"
        let settings = ScrubSettings(encoding: .windows1251)
        let note = Scrubbing("\(title)\n=500  \\\\$a{xEE}{x98} {x98}", settings)
        #expect(note.text == "=245  10$aМосква\n=500  \\\\$aо\u{FFFD} \u{FFFD}")
        #expect(
            note.defects == [
                "scrub.code-page-byte-unknown 500[1]$a repaired: \"\\xEE\\x98 \\x98\" → \"о\u{FFFD} \u{FFFD}\""
            ])
        #expect(
            note.messages == [
                "\\x98 and 1 more in 500 $a is no character of Windows-1251, which the profile declares, and shows as "
                    + "U+FFFD: correct the text, or ask the library in which encoding it exports"
            ])
        #expect(Scrubbing("\(title){x98}", settings).mark.disposition == .rejected)
        let mark = Scrubbing("=245  10$aT\n=500  \\\\$a{xC2}e{xC8}", ScrubSettings(encoding: .iso5426))
        #expect(mark.text == "=245  10$aT\n=500  \\\\$aé \u{308}")
    }
}
