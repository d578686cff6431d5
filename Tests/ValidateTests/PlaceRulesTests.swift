import MARC
import Testing
import Update

@testable import Validate

@Suite struct `What a profile says of call numbers, libraries and OCLC numbers` {
    @Test func `a record needs a call number in one of the places`() {
        var judging = Judging.ofForm
        judging.settings.callNumbers = [FieldPart("852", subfield: 0x68), FieldPart("050")]
        #expect(
            judging.defects(Judging.record("=852  8\\$aBVA$h{x20}")) == [
                "minor validate.call-number-missing noted: the record has no call number (looked for in 852$h, 050); enter it, "
                    + "or name the field in the profile"
            ])
        #expect(judging.defects(Judging.record("=050  \\4$aPS1 .A1")) == [])
        #expect(judging.defects(Judging.record("=852  8\\$aBVA$h813")) == [])
    }

    @Test func `a holding names a library for which the contributor sends`() {
        var judging = Judging.ofForm
        judging.settings.libraries = [Array("BVA".utf8), Array("BVB".utf8)]
        #expect(
            judging.defects(Judging.record("=852  8\\$aBVA", "=852  8\\$aBVX")) == [
                "852 #2 $a major validate.holdings-library-unknown noted «BVX»: 'BVX' is none of the 2 libraries for which the "
                    + "contributor sends; correct it, or add the library to the profile"
            ])
    }

    @Test func `the OCLC number is taken from its place alone`() {
        var judging = Judging.ofForm
        let record = Judging.record("=001  1234567", "=035  \\\\$a(OCoLC)99")
        #expect(judging.keys(record).filter { $0.hasPrefix("oclc") } == ["oclc 99"])
        judging.settings.oclcNumber = FieldPart("001")
        #expect(judging.keys(record).filter { $0.hasPrefix("oclc") } == ["oclc 1234567"])
    }
}
