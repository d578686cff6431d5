import TestSupport
import Testing
@_spi(Ingest) import Update

@testable import Scrub

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

    /// A sound record with bytes put in at random that concern rules: marks, controls, blanks, delimiters, stray bytes.
    private func damaged(_ generator: inout SystemRandomNumberGenerator) -> [UInt8] {
        let text = """
            =LDR  00000cam\\a2200000\\a\\4500
            =001  ocm01234567
            =008  930517s1993\\\\\\\\nyua\\\\\\\\\\b\\\\\\\\001\\0\\eng\\d
            =020  \\\\$a0306406152 (pbk.)
            =022  \\\\$a1234-5679
            =035  \\\\$a(OCoLC)ocm01234567
            =041  0\\$aengfre
            =245  14$6880-01$aThe t\u{ED}tulo /$cA. Author.
            =336  \\\\$atext
            =500  \\\\$aNote with some words in it$b
            =880  14$6245-01$a\u{627}\u{644}
            """
        var raw = RawRecord.iso2709(Records.record(text))
        let signs: [[UInt8]] = [
            [0x20], [0x20, 0x20], [0x1F], [0x1B], [0x09], [0x05], [0x7F], [0xCC, 0x81], [0xC2, 0xA0],
            [0xE2, 0x80, 0x8B],
            [0xEF, 0xBF, 0xBD], [0xC3, 0x83, 0xC2, 0xA9], [0xE1], [0xFF], Array("e\u{301}".utf8),
        ]
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let sign = signs.randomElement(using: &generator) ?? []
            let place = Int.random(in: 180..<(raw.count - sign.count - 2), using: &generator)
            raw.replaceSubrange(place..<(place + sign.count), with: sign)
        }
        return raw
    }

    @Test func `whatever is wrong, rules see what they see when shown every field`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let raw = damaged(&generator)
            var batch = Batch<Collected>(
                collectedFrom: FileTable([.init(name: "bva.mrc", path: "bva.mrc", format: .iso2709)]))
            let origin = RecordOrigin(offset: 0, length: raw.count, ordinalInFile: 1, ordinal: 0, file: 0)
            batch.append(raw, origin: origin, intent: .keep)
            let (fast, plain) = (
                ScrubbedPlainly(batch, looksEverywhere: false), ScrubbedPlainly(batch, looksEverywhere: true)
            )
            #expect(fast == plain, "\(raw)")
        }
    }
}
