import Scrub
import TestSupport
import Testing

@Suite struct OptionalFieldTests {
    @Test func `leaves out subfields of nothing but punctuation`() {
        let text = "=245  10$aTitle /$c.\n=260  \\\\$aParis :$b,$c1990.\n=650  \\0$a.\n=852  \\\\$b.$c/"
        #expect(
            Scrubbing.text(text, asking: "subfields-without-words")
                == "=245  10$aTitle /\n=260  \\\\$aParis :$c1990.\n=650  \\0$a.\n=852  \\\\$b.$c/")
    }

    @Test func `sorts fields by hundreds and keeps the order within`() {
        let text =
            "=245  10$aT\n=001  1\n=008  x\n=650  \\0$aZ\n=LKR  \\\\$aX\n=500  \\\\$aN\n=650  \\0$aA\n=100  1\\$aB\n=007  t"
        #expect(
            Scrubbing.text(text, asking: "field-order")
                == "=001  1\n=007  t\n=008  x\n=100  1\\$aB\n=245  10$aT\n=500  \\\\$aN\n=650  \\0$aZ\n=650  \\0$aA\n=LKR  \\\\$aX"
        )
    }

    @Test func `leaves out what stands twice`() {
        let text =
            "=650  \\0$aA\n=650  \\0$aA\n=650  \\1$aA\n=500  \\\\$aN\n=500  \\\\$aN\n=700  1\\$81$aB\n=700  1\\$81$aB\n=876  \\\\$p1\n=876  \\\\$p1\n=949  \\\\$a1\n=949  \\\\$a1"
        #expect(
            Scrubbing.text(text, asking: "duplicate-fields")
                == text.replacing("=650  \\0$aA\n=650  \\0$aA\n", with: "=650  \\0$aA\n"))
        #expect(
            Scrubbing.text("=650  \\0$aA\n=650  10$aA\n=650  \\0$aB", asking: "duplicate-fields-but-indicator")
                == "=650  10$aA\n=650  \\0$aB")
    }

    @Test func `puts links first`() {
        let text = "=245  10$aT$6880-01\n=500  \\\\$aN$81\\c\n=505  \\\\$81\\c$6880-02$aC"
        #expect(
            Scrubbing.text(text, asking: "subfield-order")
                == "=245  10$6880-01$aT\n=500  \\\\$81\\c$aN\n=505  \\\\$6880-02$81\\c$aC")
    }

    @Test func `leaves out added entries for names that are there`() {
        let text = """
            =100  1\\$aAuthor, A.,$d1920-
            =245  10$aT
            =700  1\\$aAuthor, A.,$d1920-$0(DLC)n1
            =700  1\\$aAuthor, A.,$d1920-$tOther.
            =700  1\\$aEditor, B.,$eeditor.
            =700  1\\$aEditor, B.
            =700  1\\$aEditor, B.,$etranslator.
            =700  1\\$aEditor, B.$5Us
            """
        let result = Scrubbing.text(text, asking: "duplicate-names")
        #expect(result == text.replacing("=700  1\\$aEditor, B.\n", with: ""))
        #expect(
            Scrubbing.text("=100  1\\$aAuthor, A.,\n=700  1\\$aAuthor, A.", asking: "duplicate-names")
                == "=100  1\\$aAuthor, A.,")
    }

    @Test func `adds content types of records by RDA in English where they are beyond doubt`() {
        let print = "=040  \\\\$aDLC$beng$erda$cDLC\n=245  10$aT\n=300  \\\\$a250 pages"
        let fixed = "=008  930517s1993\\\\\\\\nyua\\\\\\\\\\\\\\\\\\\\001\\0\\eng\\d\n"
        #expect(
            Scrubbing.text(fixed + print, asking: "rda-types")
                == fixed + print
                + "\n=336  \\\\$atext$btxt$2rdacontent\n=337  \\\\$aunmediated$bn$2rdamedia\n=338  \\\\$avolume$bnc$2rdacarrier"
        )
        let german = print.replacing("$beng", with: "$bger")
        #expect(Scrubbing.text(fixed + german, asking: "rda-types") == fixed + german)
        let video =
            "=LDR  00000cgm\\a2200000\\i\\4500\n=007  vd\\cvaizq\n" + print.replacing("250 pages", with: "1 disc")
        #expect(
            Scrubbing.text(video, asking: "rda-types").hasSuffix(
                "\n=337  \\\\$avideo$bv$2rdamedia\n=338  \\\\$avideodisc$bvd$2rdacarrier"))
    }

    @Test func `settles links without a mate`() {
        let text = """
            =245  10$6880-01$aT
            =260  \\\\$6880-02$aP
            =500  \\\\$6880-03$aN
            =880  10$6245-01$aT
            =880  \\\\$6250-05/(N$aE
            =880  \\\\$6500-07$aN
            """
        #expect(
            Scrubbing.text(text, asking: "orphan-links")
                == text.replacing("=260  \\\\$6880-02$aP", with: "=260  \\\\$aP").replacing("250-05", with: "250-00"))
    }
}
