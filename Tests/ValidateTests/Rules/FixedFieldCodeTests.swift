import MARC
import Testing

@testable import Validate

@Suite struct `Codes in fixed fields` {
    let judging = Judging.ofForm

    /// The defects of a record with this 008, in which `\` is a blank.
    private func defects(of008 value: String, leader: String = "00000cam a2200000 a 4500") -> [String] {
        judging.defects(Judging.record("=LDR  \(leader)", "=008  \(value)"))
    }

    private func codes(_ defects: [String]) -> [String] {
        defects.compactMap { line in line.split(separator: " ").first { $0.hasPrefix("validate.") }.map(String.init) }
    }

    @Test func `a code that the form does not define is named with those that it does`() {
        #expect(
            defects(of008: #"930517s1993\\\\nyua\\\y\\\\\\001\0\eng\d"#) == [
                "008 #1 /22 minor validate.fixed-field-code-undefined noted «y»: 008/22 (Target audience, Books) is 'y'; "
                    + "MARC 21 defines blank, a-g, j"
            ])
    }

    @Test func `the same position means something else in another form`() {
        let music = "00000ccm a2200000 a 4500"
        #expect(defects(of008: #"930517s1993\\\\nyuuua\\\\\\\\\\\\\\eng\d"#, leader: music) == [])
        #expect(
            defects(of008: #"930517s1993\\\\nyuqqa\\\\\\\\\\\\\\eng\d"#, leader: music) == [
                "008 #1 /18 minor validate.fixed-field-code-undefined noted «qq»: 008/18-19 (Form of composition, Music) is "
                    + "'qq'; MARC 21 defines no such code"
            ])
    }

    @Test func `obsolete codes and places are told from undefined ones`() {
        #expect(
            defects(of008: #"930517s1993\\\\nyua\\\u\\\\\\001\0\eng\d"#) == [
                "008 #1 /22 info validate.fixed-field-code-obsolete noted «u»: 008/22 (Target audience, Books) has the obsolete "
                    + "code 'u', School material at first level"
            ])
        #expect(
            codes(defects(of008: #"930517s1993\\\\nyua\\\\\\\\\\00110\eng\d"#)) == [
                "validate.fixed-field-code-obsolete"
            ])
        #expect(
            codes(defects(of008: #"930517s1993\\\\nyua\\\\\\\\\\001x0\eng\d"#)) == [
                "validate.fixed-field-position-not-blank"
            ])
    }

    @Test(arguments: ["||||", "a|||", "\\\\\\\\"])
    func `the fill character stands for a whole element`(illustrations: String) {
        let value = #"930517s1993\\\\nyu"# + illustrations + #"\\\\\\\001\0\eng\d"#
        #expect(
            codes(defects(of008: value))
                == (illustrations == "a|||" ? ["validate.fixed-field-fill-misplaced"] : []))
    }

    @Test func `fill characters all over are no defect, but the date entered must be there`() {
        #expect(defects(of008: #"930517||||||||||||||||||||||||||||||||||"#) == [])
        #expect(
            defects(of008: #"||||||s1993\\\\nyua\\\\\\\\\\001\0\eng\d"#) == [
                "008 #1 /0 info validate.date-entered-malformed noted «||||||»: 008/00-05 (Date entered on file) is '||||||', "
                    + "which is no day written as yymmdd"
            ])
    }

    @Test func `a hyphen or number sign typed for a blank is named as such`() {
        #expect(
            defects(of008: #"930517s1993\\\\nyua\\\-\\\\\\001\0\eng\d"#) == [
                "008 #1 /22 minor validate.fixed-field-hyphen-for-blank noted «-»: 008/22 (Target audience, Books) is '-', "
                    + "probably typed for a blank; type the blank itself"
            ])
    }

    @Test func `a hyphen is data in the dimensions and dates of 007`() {
        let value = judging.defects(Judging.record("=007  he\\amb---baca", "=007  mr\\caaadnmartbdnpb---\\\\\\\\"))
        #expect(value.filter { $0.contains("hyphen") } == [])
    }

    @Test func `a code in upper case is named with the one in lower case`() {
        #expect(
            defects(of008: #"930517s1993\\\\nyua\\\\\\\\\\001\0\ENG\d"#) == [
                "008 #1 /35 minor validate.fixed-field-code-upper-case noted «ENG»: 008/35-37 (Language, Books) is 'ENG'; "
                    + "write it in lower case, 'eng'"
            ])
    }

    @Test func `languages and countries are looked up in their lists`() {
        #expect(
            codes(defects(of008: #"930517s1993\\\\nyua\\\\\\\\\\001\0\enl\d"#)) == [
                "validate.fixed-field-language-undefined"
            ])
        #expect(
            defects(of008: #"930517s1993\\\\ur\a\\\\\\\\\\001\0\tag\d"#) == [
                "008 #1 /15 info validate.fixed-field-country-obsolete noted «ur »: 008/15-17 (Place of publication, "
                    + "production, or execution, Books) has the obsolete code 'ur ', Soviet Union",
                "008 #1 /35 info validate.fixed-field-language-obsolete noted «tag»: 008/35-37 (Language, Books) has the "
                    + "obsolete code 'tag'; today it is tgl",
            ])
        #expect(codes(defects(of008: #"930517s1993\\\\xx\a\\\\\\\\\\001\0\und\d"#)) == [])
    }

    @Test func `'ai' is Armenia today and no obsolete code`() {
        #expect(codes(defects(of008: #"930517s1993\\\\ai\a\\\\\\\\\\001\0\arm\d"#)) == [])
    }

    @Test func `a 006 is read by its first character and only where it has 18 of them`() {
        let record = { (line: String) in judging.defects(Judging.record("=006  " + line)) }
        #expect(record(#"m\\\\\\\\d\\\\\\\\"#) == [])
        #expect(
            record(#"m\\\\\\\\d"#) == [
                "006 #1 minor validate.additional-characteristics-length-wrong noted «m        d»: field 006 has 10 characters "
                    + "instead of 18; put the lost characters back, or pad it at its end"
            ])
        #expect(
            record(#"x\\\\\\\\d\\\\\\\\"#) == [
                "006 #1 /0 minor validate.additional-characteristics-form-undefined noted «x»: 006/00 (Form of material) is "
                    + "'x'; MARC 21 defines a, c-g, i-k, m, o, p, r-t"
            ])
    }

    @Test func `a 007 is read by its category of material`() {
        let record = { (line: String) in judging.defects(Judging.record("=007  " + line)) }
        #expect(record(#"vd\cvaizq"#) == [])
        #expect(record(#"cr\un\---uuuuu"#) == [])
        #expect(record(#"cr\un\"#) == [])
        #expect(record(#"sd\fsngnnmmned"#) == [])
        #expect(
            record(#"vd\cvaiz"#) == [
                "007 #1 minor validate.physical-description-length-wrong noted «vd cvaiz»: field 007 (Videorecording) has 8 "
                    + "characters instead of 9; put the lost characters back, or pad or cut it at its end"
            ])
    }

    @Test func `an 008 cut at its end is judged as far as it goes`() {
        #expect(
            codes(defects(of008: #"930517s1993\\\\nyua\\\y\\\\\\001\0\eng"#)) == [
                "validate.fixed-field-length-wrong", "validate.fixed-field-code-undefined",
            ])
    }

    @Test func `an 008 that has lost its places is not read`() {
        #expect(codes(defects(of008: #"930517s1993\\\\nyua\\\y\\\\\001\0\eng\d"#)) == ["validate.fixed-field-shifted"])
    }
}
