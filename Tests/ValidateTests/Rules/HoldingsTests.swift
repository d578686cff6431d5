import Testing

@testable import Validate

/// Records of holdings and authorities.
@Suite struct `Holdings and authorities` {
    let judging = Judging()

    private func holdings(_ lines: String...) -> [String] { judging.defects(SoundRecordLines.holdings(lines)) }
    private func authority(_ lines: String...) -> [String] { judging.defects(SoundRecordLines.authority(lines)) }
    private static let serial = "=LDR  00000ny  a22000004n 4500"
    private static let caption = "=853  20$81$av.$bno.$u12$vr$i(year)$j(month)$wm$x01$ypm01,06"

    @Test func `issues with their captions are let be`() {
        #expect(
            holdings(
                Self.serial, Self.caption, "=863  40$81.1$a1-5$i1990-1994", "=863  40$81.2$a6$b1-3$i1995$j01-03",
                "=866  \\0$80$av.1-6"
            ) == [])
        #expect(holdings(Self.serial, "=866  \\0$av.1-6") == [])
    }

    @Test func `issues without their captions are told once a caption`() {
        #expect(
            holdings(Self.serial, "=863  40$81.1$a1", "=863  40$81.2$a2") == [
                "863 #1 $8 minor validate.enumeration-without-caption noted «1.1»: 863 belongs to caption 1, and no 853 has that number "
                    + "in $8; add it, or correct $8"
            ])
        #expect(
            holdings(Self.serial, Self.caption, "=863  40$81.1$a1$c2", "=863  40$81.2$a2$c3") == [
                "863 #1 $c minor validate.enumeration-level-without-caption noted «2»: 863 $c is 2, and its caption 853 has no $c; add "
                    + "the caption, or correct the code"
            ])
    }

    @Test(arguments: [("15-12", true), ("5-12", false), ("1998-99", false), ("v.5", false), ("5-", false)])
    func `ranges that run backwards are told`(range: String, isTold: Bool) {
        let found = holdings(Self.serial, Self.caption, "=863  40$81.1$a\(range)")
        #expect(found.contains { $0.contains("enumeration-range-descending") } == isTold)
    }

    @Test func `holdings in a bibliographic record are judged by the same rules`() {
        let found = judging.defects(SoundRecordLines.with(["=852  0\\$hQA76", "=863  40$81.1$a12"]))
        #expect(
            found.map { $0.split(separator: " ").first { $0.hasPrefix("validate.") } } == [
                "validate.location-empty", "validate.enumeration-without-caption",
            ])
    }

    @Test func `a record without location hides its copy`() {
        #expect(
            holdings("=852") == [
                "major validate.location-missing noted: the holdings record has no location; add field 852 with the library and the "
                    + "call number"
            ])
    }

    @Test(arguments: [
        "=852  1\\$aDLC$h823.912", "=852  0\\$aDLC$hPR6039", "=852  8\\$aDLC$hanything", "=852  \\\\$aDLC$hanything",
        "=852  0\\$aDLC$hQA76$p31234000000016", "=852  0\\$aDLC$hQA76$pB123",
    ])
    func `class numbers of their scheme and barcodes of any kind are let be`(line: String) {
        #expect(holdings(line) == [])
    }

    @Test func `a wrong check digit of a barcode names the right one`() {
        #expect(
            holdings("=852  0\\$aDLC$hQA76$p31234000000013") == [
                "852 #1 $p info validate.barcode-check-digit-wrong noted «31234000000013»: the check digit of barcode 31234000000013 "
                    + "should be 6 if the other digits are right; scan it again"
            ])
    }

    @Test(arguments: [
        "=010  \\\\$an  79021164", "=010  \\\\$ano2001012345", "=010  \\\\$ash 85000001",
    ])
    func `authority numbers whose prefix goes with a name are let be`(line: String) {
        #expect(authority(line) == [])
    }

    @Test func `codes of an authority record are held against its heading`() {
        #expect(
            authority("=100", "=150  \\\\$aCats") == [
                "008 #1 /14 info validate.heading-use-disagrees noted «a»: the heading in 150 is never a main or added entry, and "
                    + "008/14 is 'a'; set it to b"
            ])
        #expect(
            authority("=100", "=180  \\\\$xHistory") == [
                "008 #1 /9 info validate.heading-use-disagrees noted «a»: the heading stands in 180, and 008/09 is 'a'; correct one of "
                    + "them"
            ])
    }
}
