import TestSupport
import Testing

@testable import Validate

/// What users of other validators complain of: none of it is reported.
@Suite struct `False alarms of other validators` {
    let judging = Judging.ofForm

    private func defects(_ lines: String...) -> [String] {
        judging.defects(lines.reduce(Judging.sound) { text, line in text + "\n" + line })
    }

    @Test(arguments: [
        // Indicator 2 of the obsolete 400 and 410 was defined; all that is said of them is that they are obsolete.
        "=400  10$aAuthor, A.$tSeries", "=410  20$aCorporation.$tSeries",
    ])
    func `an obsolete field is called obsolete, and nothing else`(line: String) {
        #expect(defects(line).map { $0.contains("validate.field-obsolete") } == [true])
    }

    @Test func `an 880 is judged with the indicators of the field it is linked to`() {
        #expect(defects("=880  0\\$6490-01/{dollar}1$a叢書") == [])
        #expect(defects("=880  30$6246-01/(N$aЗаглавие") == [])
    }

    @Test(arguments: [
        "=082  04$a025.3$b#2$222", "=050  00$aQA76$b.A1 1999", "=060  10$aWZ 100$bA1", "=086  0\\$aA 1.2",
        "=222  \\0$aTitle",
        "=856  40$3Text$uhttps://example.org$xNote$yLink$zNote",
    ])
    func `codes that are both current and historical are current`(line: String) {
        #expect(defects(line).filter { $0.contains("obsolete") || $0.contains("undefined") } == [])
    }

    @Test(arguments: [
        "=856  43$uhttps://example.org", "=856  44$uhttps://example.org", "=856  40$70$uhttps://example.org",
    ])
    func `new indicators and data provenance are defined`(line: String) {
        #expect(defects(line) == [])
    }

    @Test(arguments: ["=245  11$aTitle", "=245  15$a\"The title\""])
    func `0-9 are ten values of an indicator, not three characters`(line: String) {
        #expect(judging.defects(Judging.record(line)).filter { $0.contains("indicator-value") } == [])
    }

    @Test(arguments: ["=650  \\2$aCats", "=650  \\7$aCats$2fast", "=655  \\7$aFiction$2lcgft"])
    func `subjects with sources`(line: String) {
        #expect(defects(line) == [])
    }

    @Test func `obsolete subfields are told from undefined ones`() {
        #expect(defects("=245  10$aTitle").filter { $0.contains("validate.title-repeated") }.count == 1)
        let found = judging.defects(Judging.record("=245  10$aTitle$dSection$qRest"))
        #expect(found.map { $0.contains("validate.subfield-obsolete") } == [false, true])
        #expect(found.map { $0.contains("validate.subfield-undefined") } == [true, false])
    }

    @Test func `an 008 that is too short is reported and not padded`() {
        #expect(
            judging.defects(Judging.record(#"=008  930517s1993\\\\nyua\\\\\\\\\\001\0\eng"#)).map {
                $0.contains("field 008 has 38 characters instead of 40")
            } == [true])
    }

    @Test func `a detailed date may lack its day, and music may have form p`() {
        #expect(judging.defects(Judging.record(#"=008  930517e199305\\nyua\\\\\\\\\\001\0\eng\d"#)) == [])
        #expect(
            judging.defects(
                Judging.record("=LDR  00000ccm a2200000 a 4500", #"=008  930517s1993\\\\nyuzzp\\\\\\\\\\\\\\eng\d"#))
                == [])
    }

    @Test func `a sound recording's 007 has 14 characters and a remote-sensing image's 11`() {
        #expect(defects(#"=007  ru\caanp|||"#).filter { $0.contains("length") }.count <= 1)
        #expect(defects("=007  ruucaanppuu").filter { $0.contains("length") } == [])
        #expect(defects(#"=007  sd\fsngnnmmned"#) == [])
    }

    @Test func `title checks take a record without a title`() {
        #expect(
            judging.defects(Judging.record("=245", "=100  1\\$aAuthor, A.")).map { $0.contains("title-missing") } == [
                true
            ])
    }

    @Test func `records in other languages and without ISBD get no word about wording`() {
        let german = Judging.record(
            "=LDR  00000cam a2200000 c 4500", #"=008  930517s1993\\\\gw\a\\\\\\\\\\001\0\ger\d"#,
            "=040  \\\\$aDE-101$bger$erda", "=245  10$aDer Titel$cA. Autor", "=300  \\\\$a5 Seiten$c28 cm")
        #expect(judging.defects(german.replacing("=245  10", with: "=245  14")) == [])
    }

    @Test func `an authority record's leader is not a bibliographic one's`() {
        #expect(judging.defects(SoundRecord.authority) == [])
        #expect(judging.defects(SoundRecord.authority.replacing("2200000n  4500", with: "2200000o  4500")) == [])
    }
}
