import Testing

@testable import Validate

/// Rules about wording and punctuation, and when they are silent.
@Suite struct `Wording and punctuation` {
    let judging = Judging()

    private func defects(_ lines: String...) -> [String] {
        judging.defects(SoundRecordLines.with(lines)).filter { $0.contains(" validate.") }
    }

    private static let source = "=040  \\\\$aDLC$beng$cDLC"

    @Test func `a missing mark of ISBD is said with what should stand there`() {
        #expect(
            defects("=245  10$aTitle$bsubtitle$cA. Author.") == [
                "245 #1 $b info validate.isbd-punctuation-missing noted «subtitle»: 245 $a ends with 'e'; :, ;, = should stand "
                    + "before $b",
                "245 #1 $c info validate.isbd-punctuation-missing noted «A. Author.»: 245 $b ends with 'e'; / should stand before $c",
            ])
    }

    @Test(arguments: [
        // Leader/18: not ISBD, punctuation omitted, unknown.
        "=LDR  00000cam a2200000   4500", "=LDR  00000cam a2200000 c 4500", "=LDR  00000cam a2200000 n 4500",
        "=LDR  00000cam a2200000 u 4500", "=040  \\\\$aDE-101$bger$erakwb$cDE-101",
    ])
    func `records that do not say that they are punctuated by ISBD are let be`(line: String) {
        #expect(
            defects(
                line, "=245  10$aTitle$csubtitle", "=260  \\\\$aBonn$bVerlag$c1993", "=300  \\\\$a200 S.$bIll.$c24 cm",
                "=500  \\\\$aAnmerkung", "=700  1\\$aWriter, Bea$d1950-"
            ).filter { $0.contains("punctuation") } == [])
    }

    @Test(arguments: [
        "=245  10$aTitle.$nPart 2,$pSubtitle /$cA. Author.", "=245  10$aTitle$h[graphic] :$bsubtitle /$cA. Author.",
        "=245  10$6880-01$aTitle /$cA. Author.\n=880  10$6245-01$aTitle$cAuthor",
        "=260  \\\\$a[New York :$bPublisher,$c1993]", "=264  \\1$aNew York :$bPublisher,$c[1993]",
        "=264  \\4$c©1993", "=300  \\\\$a200 p. :$bill. ;$c24 cm. +$e1 map.", "=490  0\\$aSeries ;$vv. 3",
        "=245  10$aTitle--and more ... /$cA. Author.", "=245  14$aThe .NET book /$cA. Author.",
        "=245  10$aWait . . . and see /$cA. Author.", "=245  10$aTitle /$cJ.R.R. Author.",
        "=245  10$aa) first, b) second /$cA. Author.", "=246  3\\$aTitle, inc.", "=246  3\\$aTitle by A.B. Ltd.",
    ])
    func `what is punctuated as it should be is let be`(lines: String) {
        #expect(defects(Self.source, lines) == [])
    }

    @Test func `full stops at the end are asked for in records from before 2019 alone`() {
        let open = "=245  10$aTitle /$cA. Author"
        #expect(
            defects(open, "=500  \\\\$aNote", "=650  \\0$aCats")
                == [
                    "245 #1 $c info validate.final-punctuation-missing noted «A. Author»: field 245 ends without a full stop, as 2 more "
                        + "fields of the record do; end it with one, or set leader/18 to c"
                ].map { $0.replacing(" $c info", with: " info") })
        #expect(defects("=008  190517s2019\\\\\\\\nyua\\\\\\\\\\\\\\\\\\\\001\\0\\eng\\d", open) == [])
    }

    @Test(arguments: [
        "=650  \\7$aCats$2fast", "=650  \\2$aCell Biology", "=520  \\\\$aSee also:$uhttp://example.org/a",
        "=700  1\\$aWriter, Bea,$d1950-",
        "=700  1\\$aWriter, Bea (Novelist)", "=500  \\\\$aReally?", "=500  \\\\$aFrom http://example.org/a",
        "=300  \\\\$a200 p. ;$c24 cm",
    ])
    func `fields that end otherwise for a reason are let be`(line: String) {
        #expect(defects(line) == [])
    }

    @Test(arguments: [
        "=245  10$aTitle /$c[A. Author ... et al.]", "=245  10$aTitle$h[microform]", "=245  10$aTitle /$cOscar Massé",
        "=245  10$aAct to name the \"House\"",
    ])
    func `a title ends with a full stop behind brackets and letters of any kind`(line: String) {
        #expect(defects(line).count { $0.contains("field 245 ends without a full stop") } == 1)
    }

    @Test func `full stops at the end are no matter of libraries of other languages`() {
        #expect(defects("=040  \\\\$aFI-NL$bfin$cFI-NL", "=245  10$aTitle /$cA. Author", "=500  \\\\$aNote") == [])
    }

    @Test(arguments: [
        "=245  10$aAct to name the \"House.\"", "=245  10$aWhere is it?", "=245  10$aTitle,$f1942-",
        "=245  10$aTitle ...",
    ])
    func `a title that ends with a mark of its own is let be`(line: String) { #expect(defects(line) == []) }

    @Test func `marks of ISBD have a blank before them`() {
        #expect(
            defects("=245  10$aTitle:$bsubtitle/$cA. Author.") == [
                "245 #1 $b info validate.isbd-punctuation-missing noted «subtitle/»: 245 $a ends with ':' and no blank before it; "
                    + "put one there",
                "245 #1 $c info validate.isbd-punctuation-missing noted «A. Author.»: 245 $b ends with '/' and no blank before it; "
                    + "put one there",
            ])
        #expect(
            defects("=245  10$aTitle.$nPart 2.$pSubtitle /$cA. Author.").map {
                $0.contains("245 $n ends with '.'; , should stand before $p")
            } == [true])
    }

    @Test(arguments: ["A. B. Author.", "[J. B. Author ... et al.].", "by Y. Ḥ. Author."])
    func `blanks between initials are told`(statement: String) {
        #expect(defects("=245  10$aTitle /$c\(statement)").map { $0.contains("blanks between initials") } == [true])
    }

    @Test(arguments: ["A.B. Author.", "Dr. A. Author.", "ed. B. Author.", "St. A. Author. B. Writer."])
    func `other blanks behind full stops are let be`(statement: String) {
        #expect(defects("=245  10$aTitle /$c\(statement)") == [])
    }

    @Test func `slips of punctuation are shown in their text`() {
        #expect(
            defects("=245  10$aTitle of a book that has a long name,, or two /$cA. Author.") == [
                "245 #1 $a info validate.punctuation-doubled noted «Title of a book that has a long name,, or two /»: 245 $a has "
                    + "',,' in it: Title of a book that has a long name,, or two /; correct the punctuation"
            ])
        #expect(defects("=245  10$aTitle /$cA. Author ..").count == 1)
        #expect(
            defects("=260  \\\\$a[New York :$bPublisher,$c1993.") == [
                "260 #1 info validate.brackets-unbalanced noted «[New York :»: field 260 has 1 opening and 0 closing square brackets; "
                    + "add or delete one"
            ])
    }

    @Test func `text is scanned for slips by 16 bytes as it is byte by byte`() {
        for length in 0..<70 {
            for place in 0..<max(1, length) {
                for slip in [",,", " .", " ,", "..", "...", ".,", " .N"] {
                    var text = Array(repeating: UInt8(ascii: "a"), count: length)
                    text.insert(contentsOf: slip.utf8, at: min(place, length))
                    text.withUnsafeBufferPointer {
                        #expect(
                            MarkScan.firstSlip(in: $0) == MarkScan.firstSlip(in: $0, from: 1, to: $0.count),
                            "\(slip) at \(place)")
                    }
                }
            }
        }
    }

    @Test func `wording without a language of cataloguing is judged in English texts alone`() {
        let capital = "=700  1\\$aWriter, B.,$eAuthor."
        #expect(defects(capital).count == 1)
        #expect(defects(#"=008  930517s1993\\\\gw\a\\\\\\\\\\001\0\ger\d"#, capital) == [])
    }

    @Test func `wording is judged in English by the rules that the record names`() {
        let abbreviated = "=300  \\\\$a200 p. :$bcol. ill. ;$c24 cm"
        let spelled = "=300  \\\\$a200 pages :$billustrations ;$c24 cm"
        let rda = ["=336  \\\\$atext$btxt", "=337  \\\\$aunmediated$bn", "=338  \\\\$avolume$bnc"]
        func codes(_ source: String, _ line: String) -> [String] {
            judging.defects(SoundRecordLines.with([source, line] + rda)).compactMap { line in
                line.split(separator: " ").first { $0.hasPrefix("validate.") && $0.contains("rda-") }.map(String.init)
            }
        }
        #expect(codes("=040  \\\\$aDLC$beng$erda$cDLC", abbreviated) == ["validate.abbreviation-in-rda-record"])
        #expect(codes("=040  \\\\$aDLC$beng$erda$cDLC", spelled) == [])
        #expect(codes("=040  \\\\$aDLC$beng$cDLC", spelled) == [])
        #expect(
            defects("=040  \\\\$aDLC$beng$cDLC", spelled).map { $0.contains("validate.rda-wording-in-aacr2-record") }
                == [true])
        #expect(codes("=040  \\\\$aCaQMBN$bfre$erda$cCaQMBN", "=300  \\\\$a200 p. :$bill. ;$c24 cm") == [])
    }

    @Test(arguments: [
        "=700  1\\$aWriter, B.,$d1900-1990.", "=700  1\\$aWriter, B.,$dactive 1990-1890.",
        "=700  1\\$aWriter, B.,$d100-150.",
        "=700  1\\$aWriter, B.,$db. 1990-", "=700  1\\$aWriter, B. C.$q(Bea Clara),$d1950-$eauthor.",
        "=700  1\\$aSchreiber, B.$d1950-$0(DE-588)1$2gnd",
    ])
    func `dates and fuller forms of names are let be where they can be so`(line: String) {
        #expect(defects(line) == [])
    }

    @Test func `a life that cannot have been is told`() {
        #expect(
            defects("=700  1\\$aWriter, B.,$d1850-1990.") == [
                "700 #1 $d minor validate.name-dates-implausible noted «1850-1990.»: 700 $d is 1850-1990.: a life from 1850 to "
                    + "1990; compare it with the authority record"
            ])
    }

    @Test(arguments: [
        "=504  \\\\$aIncludes bibliographical references and index.", "=500  \\\\$aIncludes index.",
        "=500  \\\\$aA bibliographical essay.",
    ])
    func `notes about bibliographies and indexes in their own fields are let be`(line: String) {
        #expect(
            defects(line, "=008  930517s1993\\\\\\\\nyua\\\\\\\\\\bb\\\\001\\0\\eng\\d").filter {
                $0.contains("note-in")
            } == [])
    }
}
