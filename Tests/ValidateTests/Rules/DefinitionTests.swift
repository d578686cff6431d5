import MARC
import Testing

@testable import Validate

@Suite struct `What the format defines` {
    let judging = Judging.ofForm

    private func defects(_ lines: String...) -> [String] {
        judging.defects(Judging.sound + "\n" + lines.joined(separator: "\n"))
    }

    @Test func `an undefined field is named once a record, however often it stands there`() {
        #expect(
            defects("=253  \\\\$aTitel", "=253  \\\\$aAnderer Titel", "=CAT  \\\\$aX", "=CAT  \\\\$aY") == [
                "253 #1 info validate.field-undefined noted: MARC 21 defines no field 253 for bibliographic records; correct the "
                    + "tag, or have the profile name it as local",
                "CAT #1 info validate.field-undefined noted: MARC 21 defines no field CAT for bibliographic records; correct the "
                    + "tag, or have the profile name it as local",
            ])
        #expect(
            defects("=255  \\\\$aScale 1:50,000$zx").first?.hasPrefix("255 #1 $z minor validate.subfield-undefined")
                == true)
    }

    @Test(arguments: ["=949  99$aanything$Xat all", "=590  \\\\$aLocal note", "=099  \\9$aFIC", "=029  1\\$aAU@$b000"])
    func `tags with a 9 belong to the libraries`(line: String) {
        #expect(defects(line) == [])
    }

    @Test func `a profile may name further local tags`() {
        var judging = Judging.ofForm
        judging.settings.localTags = ["CAT", "LKR"]
        #expect(judging.defects(Judging.sound + "\n=CAT  \\\\$aX\n=LKR  \\\\$aX") == [])
        #expect(judging.defects(Judging.sound + "\n=949  \\\\$aX").count == 1)
    }

    @Test func `an obsolete field is told from an undefined one and judged no further`() {
        #expect(
            defects("=440  17$aSeries ;$v3$zx") == [
                "440 #1 info validate.field-obsolete noted: field 440 (Series Statement/Added Entry-Title) is obsolete; "
                    + "move its content to the field that took its place"
            ])
    }

    @Test func `a field that may stand once is reported at its second occurrence`() {
        #expect(
            defects("=010  \\\\$a   93001234 ", "=010  \\\\$a   93001235 ", "=010  \\\\$a   93001236 ") == [
                "010 #2 minor validate.field-repeated noted: field 010 (Library of Congress Control Number) stands 3 times; "
                    + "MARC 21 allows it once"
            ])
    }

    @Test func `subfields are undefined, obsolete or repeated against the format`() {
        #expect(
            defects("=250  \\\\$aFirst edition$x1", "=250  \\\\$aA$aB") == [
                "250 #1 $x minor validate.subfield-undefined noted «1»: field 250 has a subfield $x, which MARC 21 does not "
                    + "define for 250 (Edition Statement)",
                "250 #2 $a minor validate.subfield-repeated noted «B»: field 250 has subfield $a twice; MARC 21 allows it once "
                    + "in 250 (Edition Statement)",
            ])
        #expect(
            defects("=022  \\\\$a0046-225X$l0046-225X") == [
                "022 #1 $l info validate.subfield-obsolete noted «0046-225X»: field 022 has the obsolete subfield $l (ISSN-L)"
            ])
    }

    @Test func `subfield $9 belongs to the libraries`() {
        #expect(defects("=650  \\0$aWorld politics$91234") == [])
    }

    @Test func `indicators are undefined, without meaning or obsolete`() {
        #expect(
            defects("=650  \\9$aWorld politics", "=700  \\\\$aAuthor, A.", "=500  1\\$aNote.", "=260  0\\$aLondon") == [
                "650 #1 ind2 minor validate.indicator-value-undefined noted «9»: field 650 has '9' as indicator 2 (Thesaurus); "
                    + "MARC 21 defines 0-7",
                "700 #1 ind1 minor validate.indicator-value-undefined noted « »: field 700 has blank as indicator 1 (Type of "
                    + "personal name entry element); MARC 21 defines 0, 1, 3",
                "500 #1 ind1 info validate.indicator-not-blank noted «1»: field 500 has '1' as indicator 1, which is undefined in "
                    + "500 (General Note) and should be blank",
                "260 #1 ind1 info validate.indicator-value-obsolete noted «0»: field 260 has the obsolete value '0' "
                    + "(Publisher, distributor, etc. is present) as indicator 1",
            ])
    }

    @Test func `880 is judged by the tag in its $6`() {
        #expect(
            defects("=880  00$6490-01$aSeries").first?.hasPrefix("880 #1 ind2 info validate.indicator-not-blank")
                == true)
        #expect(defects("=880  1\\$6490-01$aSeries ;$v5") == [])
        #expect(
            defects("=880  10$6245-01/(N$aВойна и мир$xa") == [
                "880 #1 $x minor validate.subfield-undefined noted «a»: field 880 (for 245) has a subfield $x, which MARC 21 "
                    + "does not define for 245 (Title Statement)"
            ])
    }

    @Test func `an 880 must say what it stands for`() {
        #expect(
            defects("=880  10$aВойна и мир", "=880  10$6245$aВойна и мир", "=880  \\\\$6253-01$aВойна") == [
                "880 #1 $6 minor validate.linkage-malformed noted: field 880 has no $6, which should name its field, as 245-01 does",
                "880 #2 $6 minor validate.linkage-malformed noted «245»: 880 $6 is 245, which should start as 245-01 does",
                "880 #3 $6 info validate.linkage-tag-undefined noted «253-01»: 880 $6 names field 253, which MARC 21 does not define",
            ])
    }

    @Test func `embedded holdings are judged by the holdings format`() {
        #expect(defects("=866  41$80$av.1(1990)-") == [])
        #expect(defects("=866  41$80$av.1(1990)-$bx").count == 1)
    }

    @Test func `two main entries are reported, one of them twice as a repeated field`() {
        #expect(
            defects("=100  1\\$aAuthor, A.", "=110  2\\$aLibrary.") == [
                "110 #1 minor validate.main-entry-repeated noted «Library.»: the record has the main entries 100 and 110; "
                    + "move one of them to a 7XX field"
            ])
        #expect(
            defects("=100  1\\$aAuthor, A.", "=100  1\\$aAuthor, B.").map { $0.prefix(40) } == [
                "100 #2 minor validate.field-repeated not"
            ])
    }

    @Test func `authority records are judged by their own format`() {
        let authority = "=LDR  00000nz  a2200000n  4500\n=001  a1\n=008  860211n| acannaabn          |a aaa      "
        #expect(judging.defects(authority + "\n=100  1\\$aTwain, Mark,$d1835-1910\n=400  1\\$aClemens, Samuel") == [])
        #expect(
            judging.defects(authority) == [
                "major validate.heading-missing noted: the authority record has no heading in 100-185; add it, or withdraw the record"
            ])
        #expect(
            judging.defects(authority + "\n=100  1\\$aTwain, Mark\n=150  \\\\$aRivers") == [
                "150 #1 major validate.heading-repeated noted «Rivers»: the authority record has the headings 100 and 150; "
                    + "keep one and move the other to 4XX"
            ])
    }
}
