import MARC
import Testing

@testable import Validate

@Suite struct `Fields and their subfields` {
    let judging = Judging.ofForm

    private func defects(_ lines: String...) -> [String] {
        judging.defects(lines.reduce(Judging.sound) { text, line in text + "\n" + line })
    }

    @Test func `a uniform title in 240 needs a name as the main entry`() {
        #expect(
            defects("=240  10$aSongs").contains { $0.contains("no main entry in 100-111; move it to 130") })
        let both = judging.defects(Judging.record("=130  0\\$aSongs", "=240  10$aSongs"))
        #expect(
            both.filter { $0.hasPrefix("240 #1 minor") } == [
                "240 #1 minor validate.uniform-title-misplaced noted «Songs»: the record has uniform titles in 130 and 240; "
                    + "keep one of them"
            ])
    }

    @Test func `245 begins with the title, behind links`() {
        #expect(
            judging.defects(Judging.record("=245  10$cA. Author.$aTitle /")) == [
                "245 #1 $c minor validate.title-not-first noted «A. Author.»: field 245 begins with $c; move the title in $a "
                    + "before it"
            ])
        #expect(judging.defects(Judging.record("=245  10$6880-01$81\\c$aTitle /$cA. Author.")) == [])
    }

    @Test func `the profile asks for fields`() {
        var asking = judging
        asking.settings.requiredFields = ["300", "33X"]
        #expect(
            asking.defects(Judging.record("=300") + "\n=336  \\\\$atext$btxt$2rdacontent") == [
                "minor validate.required-field-missing noted: the record has no field 300, which the profile asks of every "
                    + "record; add it"
            ])
    }

    @Test func `sets of local fields that a profile names are known`() {
        var knowing = judging
        knowing.settings.localTags = []
        #expect(knowing.defects(Judging.sound + "\n=029  1\\$aAU@$b000012345678").count == 1)
        knowing.settings.localFieldSets = ["OCLC"]
        #expect(knowing.defects(Judging.sound + "\n=029  1\\$aAU@$b000012345678") == [])
    }

    @Test(arguments: [
        "=700  1\\$d1920-1999.", "=856  40$zClick here", "=773  0\\$gVol. 5", "=546  \\\\$3Preface",
        "=650  \\0$xHistory.",
    ])
    func `a field without its principal subfield says nothing`(line: String) {
        #expect(defects(line).map { $0.contains("validate.subfield-missing") } == [true])
    }

    @Test(arguments: [
        "=020  \\\\$z9780123456786", "=260  \\\\$c1999.", "=773  0\\$w(DE-627)12345678X", "=505  00$tOne --$tTwo",
        "=520  \\\\$uhttps://example.org", "=300  \\\\$e1 map", "=300  \\\\$c28 cm.", "=546  \\\\$bStaff notation",
        "=035  \\\\$9AAM4603TS", "=035  \\\\$b(MLS)2958287", "=830  \\0$w(DE-101)340011289$v5", "=264  \\4$c©1999",
    ])
    func `another subfield may say it`(line: String) {
        #expect(defects(line).filter { $0.contains("subfield-missing") } == [])
    }

    @Test func `links stand at the head of their field`() {
        #expect(
            defects("=700  1\\$aAuthor, A.$81\\c")
                == [
                    "700 #1 $8 info validate.control-subfield-not-first noted «1\\c»: field 700 has $8 behind other subfields; move "
                        + "it to the head of the field"
                ])
        #expect(defects("=700  1\\$81\\c$82\\c$aAuthor, A.") == [])
        #expect(defects("=700  1\\$81\\c$6880-01$aAuthor, A.").map { $0.contains("has $6 behind") } == [true])
        #expect(defects("=852  \\\\$aDLC$822614585190001161", "=949  \\\\$aX$6Varasto") == [])
    }

    @Test func `words that stand for no value`() {
        #expect(
            defects("=700  1\\$aN/A.") == [
                "700 #1 $a info validate.value-placeholder noted «N/A.»: field 700 $a is 'N/A.', which stands for no value; "
                    + "enter one or delete the subfield"
            ])
        #expect(judging.defects(Judging.record("=245  10$aNone")) == [])
        #expect(defects("=260  \\\\$a[S.l. :$b[s.n.],$c1999]") == [])
    }

    @Test func `the same field twice, and twice but for indicator 1`() {
        #expect(
            defects("=650  \\0$aCats.", "=650  \\0$aDogs.", "=650  \\0$aCats.") == [
                "650 #3 info validate.field-duplicate noted «Cats.»: field 650 says the same as occurrence 1; delete one of them"
            ])
        #expect(
            defects("=650  \\0$aCats.", "=650  10$aCats.") == [
                "650 #2 ind1 info validate.field-duplicate-but-indicator noted «Cats.»: field 650 says the same as occurrence 1 "
                    + "and differs in indicator 1 alone; delete the one with the blank"
            ])
        #expect(defects("=852  \\\\$aDLC$bA", "=852  \\\\$aDLC$bA", "=253  \\\\$aX", "=253  \\\\$aX").count == 1)
        #expect(defects("=505  0\\$81\\c$aOne", "=505  0\\$81\\c$aOne") == [])
    }

    @Test func `ten thousand fields of one tag take no time`() {
        let lines = (0..<10_000).map { "=852  \\\\$aDLC$p\($0)" }.joined(separator: "\n")
        #expect(judging.defects(Judging.sound + "\n" + lines) == [])
    }

    @Test func `two 880 for one title cannot both be its pair`() {
        #expect(
            defects("=880  10$6245-01$aTitle", "=880  10$6245-02$aOther") == [
                "880 #2 $6 minor validate.linked-field-repeated noted «245-02»: a second field 880 stands for 245 (Title "
                    + "Statement), which MARC 21 allows once in a record"
            ])
    }
}
