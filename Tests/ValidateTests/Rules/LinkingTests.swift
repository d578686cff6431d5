import Testing

@testable import Validate

/// $6 and $8, linking entries, tracings.
@Suite struct `Links` {
    let judging = Judging()

    private func defects(_ lines: String...) -> [String] { judging.defects(SoundRecordLines.with(lines)) }

    @Test(arguments: ["01", "10", "20", "30", "99"])
    func `pairs of any number are let be`(number: String) {
        #expect(
            defects(
                "=245  10$6880-\(number)$aVoĭna i mir /$cA. Author.",
                "=880  10$6245-\(number)/(N$aВойна и мир /$cА. Автор."
            ) == [])
    }

    @Test(arguments: [
        "=880  10$6245-00/(N$aВойна", "=880  10$6245-00/Cyrl$aВойна", "=880  10$6245-00/{dollar}1$a戦争と平和",
        "=880  10$6245-00/(2/r$aמלחמה", "=880  10$6245-00//r$aמלחמה", "=880  10$6245-00/(3/r$aحرب",
        "=880  10$6245-00/(S$aΠόλεμος",
        "=880  10$6245-00/Hang$a전쟁", "=880  10$6245-00/Thai$aสงคราม",
    ])
    func `scripts of the text are let be, and 00 for a field without a mate`(line: String) {
        #expect(defects(line) == [])
    }

    @Test func `a link that leads to no field, or only one way, is told`() {
        #expect(
            defects("=880  10$6245-01/(N$aВойна") == [
                "880 #1 $6 minor validate.linkage-without-mate noted «245-01/(N»: field 880 (for 245) is linked to 245-01, and no "
                    + "field 245 is linked to 880-01; link the fields again, or delete $6"
            ])
        #expect(
            defects("=245  10$6880-02$aTitle /$cA. Author.", "=880  10$6245-01$aTitle").map {
                $0.split(separator: " ")[4]
            } == [
                "validate.linkage-without-mate", "validate.linkage-without-mate",
            ])
    }

    @Test func `indicators of a pair may differ in nonfiling characters alone`() {
        #expect(defects("=245  14$6880-01$aThe title /$cA. Author.", "=880  10$6245-01/(N$aВойна") == [])
        #expect(
            defects("=700  1\\$6880-01$aWriter, B.", "=880  0\\$6700-01/(N$aПисатель") == [
                "880 #1 ind1 info validate.linkage-indicators-differ noted «0»: field 880 (for 700) has '0' as indicator 1, its 700 "
                    + "'1'; set both to the same"
            ])
    }

    @Test(arguments: [
        "=500  \\\\$81\\r$aA.\n=533  \\\\$81\\r$aMicrofilm.", "=500  \\\\$81.1\\x$aA.\n=500  \\\\$81.2\\x$aB.",
        "=500  \\\\$81\\p$aA.\n=883  1\\$81\\p$aProgram", "=500  \\\\$81\\p$aA.",
    ])
    func `field links of every type are let be`(lines: String) {
        #expect(defects(lines).filter { $0.contains("field-link") } == [])
    }

    @Test(arguments: [
        "=776  08$iOnline version:$tTitle$w(OCoLC)7654321$z9780306406157", "=773  0\\$7nnas$tHost$x0046-225X",
        "=830  \\0$aSeries ;$v1.$7(dpsfa)abc", "=773  0\\$aHost, A.$tHost title.$w(DE-627)123$gp. 1-2",
        "=787  08$iRelated:$tTitle$ohttp://example.org",
    ])
    func `linking entries with title and number are let be, and the provenance of data in $7`(line: String) {
        #expect(defects("=LDR  00000caa a2200000 a 4500", "=773  0\\$tHost$w(OCoLC)2", line) == [])
    }

    @Test func `a record that links to itself is told, by its own control number and its source, too`() {
        let link = "=776  08$iOnline version:$tTitle$w(DLC)ocm01234567"
        #expect(defects("=003  DLC", link).filter { $0.contains("entry-links-to-itself") }.count == 1)
        #expect(defects("=003  ABC", link).filter { $0.contains("entry-links-to-itself") } == [])
    }

    @Test func `a component part needs its host`() {
        #expect(
            defects("=LDR  00000cab a2200000 a 4500").first
                == [
                    "LDR /7 minor validate.host-item-missing noted «b»: leader/07 is 'b', a component part, and no field 773 names its "
                        + "host; add it, or correct leader/07"
                ].first)
        #expect(defects("=773  08$tPackage of e-books$g1$w(OCoLC)1") == [])
    }

    @Test func `a tracing may differ from the heading in its type, not in nothing`() {
        func authority(_ line: String) -> [String] { judging.defects(SoundRecordLines.authority([line])) }
        #expect(authority("=400  1\\$wnne$aAuthor, Ann,$d1920-1999") == [])
        #expect(authority("=410  2\\$aAuthor, A.,$d1920-1999") == [])
        #expect(
            authority("=400  1\\$wnne$aAuthor, A.$d1920-1999.") == [
                "400 #1 minor validate.tracing-equals-heading noted «Author, A.»: field 400 repeats the heading in 100; delete it, or "
                    + "correct it to the other form"
            ])
        #expect(
            authority("=500  1\\$wzne$aAuthor, B.").map { $0.split(separator: " ")[4] } == [
                "validate.control-subfield-code-undefined"
            ])
    }
}
