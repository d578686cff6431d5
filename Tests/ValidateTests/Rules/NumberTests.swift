import Testing

@testable import Validate

@Suite struct `ISBN and ISSN` {
    let judging = Judging.ofForm

    private func defects(_ line: String) -> [String] { judging.defects(Judging.sound + "\n" + line) }

    @Test(arguments: [
        "=020  \\\\$a0306406152 (pbk.)", "=020  \\\\$a0-306-40615-2$qcloth",
        "=020  \\\\$a9780306406157 :$c12.00 dollars",
        "=020  \\\\$a978 0 306 40615 7", "=020  \\\\$a080442957x", "=020  \\\\$z1", "=020  \\\\$c5.00",
        "=022  \\\\$a0046-225X", "=022  \\\\$a0046-225x (online)", "=022  \\\\$y1234",
        "=490  0\\$aSeries,$x0046-225X ;$v3",
        "=490  0\\$aSeries,$x[0046-225X] ;$v3", "=776  08$iPrint:$tTitle$x(ISSN) 0046-225X",
        "=856  40$uhttp://x.org$xnonpublic",
    ])
    func `what is valid, or meant for wrong numbers, is no defect`(line: String) {
        #expect(defects(line) == [])
    }

    @Test func `a wrong check digit names the right one`() {
        #expect(
            defects("=020  \\\\$a0-12-345678-8 (pbk.)") == [
                "020 #1 $a minor validate.isbn-check-digit-wrong noted «0-12-345678-8 (pbk.)»: the check digit of 0123456788 "
                    + "should be 9 if the other digits are right; compare the ISBN with the item"
            ])
        #expect(
            defects("=020  \\\\$a9780123456780") == [
                "020 #1 $a minor validate.isbn-check-digit-wrong noted «9780123456780»: the check digit of 9780123456780 "
                    + "should be 6 if the other digits are right; compare the ISBN with the item"
            ])
        #expect(
            defects("=830  \\0$aSeries,$x0046-2250 ;$v3") == [
                "830 #1 $x minor validate.issn-check-digit-wrong noted «0046-2250 ;»: the check digit of 0046-2250 should be X "
                    + "if the other digits are right; compare the ISSN with the item"
            ])
    }

    @Test(arguments: ["ISBN 0123456789", "123456789", "01234567890", "9990123456786", "pbk.", "97801234567861"])
    func `what does not start with an ISBN is malformed`(value: String) {
        #expect(
            defects("=020  \\\\$a\(value)") == [
                "020 #1 $a minor validate.isbn-malformed noted «\(value)»: 020 $a is \(value), which does not start with an ISBN "
                    + "of 10 or 13 characters; correct it, or move it to $z"
            ])
    }

    @Test(arguments: ["0046-225", "0046-225Y", "00462251234", "see note", "810"])
    func `what does not start with an ISSN is malformed`(value: String) {
        #expect(
            defects("=022  \\\\$a\(value)") == [
                "022 #1 $a minor validate.issn-malformed noted «\(value)»: 022 $a is \(value), which does not start with an ISSN "
                    + "as 1234-5679; correct it"
            ])
    }
}
