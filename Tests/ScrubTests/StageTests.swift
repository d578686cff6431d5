import Scrub
import TestSupport
import Testing
import Update

@Suite struct StageTests {
    @Test func `every code has a name of its own and says what it means`() {
        let names = ScrubStage.codes.map(\.name)
        #expect(Set(names).count == names.count)
        for code in ScrubStage.codes {
            #expect(code.stage == .scrub)
            for text in [code.what, code.why, code.done, code.repair] {
                #expect(text.count > 20 && text.hasSuffix("."), "\(code.name): \(text)")
                #expect(!text.contains("  "), "\(code.name): \(text)")
            }
        }
    }

    @Test func `brings a delete into form and touches nothing else`() {
        let result = Scrubbing(
            "=LDR  00000dam\\\\2200000\\\\\\4500\n=001  1\n=020  \\\\$a0306406152 (pbk.)\n=245  1#$a  Sm{xE5}a$b",
            ScrubSettings(strip: [StripPattern("020")].compactMap { $0 }), intent: .delete)
        #expect(result.text == "=001  1\n=020  \\\\$a0306406152 (pbk.)\n=245  1\\$a  Smā")
        #expect(result.mark.intent == .delete)
        #expect(result.defects.map { $0.prefix(20) } == ["scrub.indicator-ille", "scrub.empty-subfield"])
    }

    @Test func `brings a record that ingest rejected into form in silence`() {
        let result = Scrubbing("=001  1{x05}\n=245  1#$aTitle", disposition: .rejected)
        #expect(result.text == "=001  1\n=245  1\\$aTitle")
        #expect(result.mark.disposition == .rejected)
        #expect(result.defects.isEmpty)
    }

    @Test func `a clean record comes out as it came in`() {
        let text = """
            =LDR  00000cam\\a2200000\\a\\4500
            =001  ocm01234567
            =008  930517s1993\\\\\\\\nyua\\\\\\\\\\b\\\\\\\\001\\0\\eng\\d
            =020  \\\\$a0306406152$qcloth
            =035  \\\\$a(OCoLC)1234567
            =245  14$aThe título /$cA. Author.
            """
        let result = Scrubbing(text)
        #expect("=LDR  \(result.leader)\n\(result.text)" == text)
        #expect(result.defects.isEmpty)
        #expect(!result.mark.isRepaired)
    }

    @Test func `shows a change in a long value where it is`() {
        let lead = String(repeating: "word ", count: 60)
        let result = Scrubbing("=500  \\\\$a\(lead)  end")
        #expect(result.defects.first?.contains("…") == true)
        #expect(result.defects.first?.hasSuffix("end\"") == true)
    }
}
