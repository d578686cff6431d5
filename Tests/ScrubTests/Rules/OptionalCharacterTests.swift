import Scrub
import TestSupport
import Testing

@Suite struct OptionalCharacterTests {
    @Test func `applies no optional repair that is not asked for`() {
        let text = "=245  10$aSense &amp; <i>sensibility</i> – &#233;"
        #expect(Scrubbing(text).text == text)
        #expect(Scrubbing(text).defects.isEmpty)
    }

    @Test(arguments: [
        ("Sense &amp; sensibility", "Sense & sensibility"), ("&lt;x&gt; &quot;y&quot; &apos;z&#39;", "<x> \"y\" 'z'"),
        ("a &amp;amp; b", "a & b"), ("&amp;eacute; &#233;", "&eacute; &#233;"),
        ("R&D & more; &amp", "R&D & more; &amp"),
    ])
    func `makes HTML entities the signs that they stand for`(_ before: String, _ after: String) {
        #expect(Scrubbing.text("=500  \\\\$a\(before)", asking: "html-entities") == "=500  \\\\$a\(after)")
    }

    @Test(arguments: [
        ("A <i>Beowulf</i>.<br>With maps.", "A Beowulf. With maps."), ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("<a href=\"x\">y</a>", "<a href=\"x\">y</a>"),
        ("x<sup>2</sup> < 3 > <1981- >", "x<sup>2</sup> < 3 > <1981- >"),
        ("a <br /> b", "a b"), ("<b>", "<b>"),
    ])
    func `leaves out HTML that only shapes text`(_ before: String, _ after: String) {
        #expect(Scrubbing.text("=520  \\\\$a\(before)", asking: "html-tags") == "=520  \\\\$a\(after)")
    }

    @Test(arguments: [
        ("Caf&#233; H&#x1EA1; &#X20AC;", "Café Hạ €"), ("&#x10400;", "\u{10400}"), ("e&#x301;", "é"),
        ("&#38; &#xD800; &#x110000; &#233 &#; &#xE000;", "&#38; &#xD800; &#x110000; &#233 &#; &#xE000;"),
    ])
    func `makes numeric references to letters the letters`(_ before: String, _ after: String) {
        #expect(Scrubbing.text("=500  \\\\$a\(before)", asking: "numeric-references") == "=500  \\\\$a\(after)")
    }

    @Test func `leaves out non-sorting marks without their other half`() {
        let text = "=245  10$a\u{98}Der \u{9C}Zauber\u{9C}berg$b\u{98}Die"
        #expect(
            Scrubbing.text(text, asking: "non-sorting-marks") == "=245  10$a\\xC2\\x98Der \\xC2\\x9CZauberberg$bDie")
    }

    @Test func `makes halves of a mark over two letters the whole`() {
        let text = "=245  10$aI\u{FE20}A\u{FE21}kovlev, n\u{FE22}g\u{FE23}, I\u{FE20}A"
        #expect(
            Scrubbing.text(text, asking: "mark-halves") == "=245  10$aI\u{361}Akovlev, n\u{360}g, I\u{FE20}A")
    }

    @Test func `makes typographic signs plain`() {
        let text = "=245  10$a“Life” – a title—‘so’ 1990‑95"
        #expect(Scrubbing.text(text, asking: "plain-punctuation") == "=245  10$a\"Life\" - a title--'so' 1990-95")
    }

    @Test(arguments: [
        ("(NdOSTOEWSKIJ(B", "Достоевский"), ("{dollar}1!0D!;u(B", "个"), ("(N", "(N"), ("(New York)(B", "(New York)(B"),
        ("to me (Noel Burns) -- Just a matter (Bass)", "to me (Noel Burns) -- Just a matter (Bass)"),
        ("(Noel Burns, (Bass", "(Noel Burns, (Bass"),
        ("(S(B", "(S(B"), ("{dollar}1,000 (B", "{dollar}1,000 (B"),
    ])
    func `decodes another script whose escape characters were lost`(_ before: String, _ after: String) {
        let result = Scrubbing.text("=500  \\\\$a\(before)", asking: "lost-escapes")
        if before == after { #expect(result == "=500  \\\\$a\(after)") } else { #expect(!result.contains("(B")) }
    }
}
