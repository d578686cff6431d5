import Testing
import Update

@testable import Validate

@Suite struct `Titles` {
    let judging = Judging.ofForm

    @Test func `a sound record has no defect`() {
        #expect(judging.defects(Judging.sound) == [])
        #expect(judging.disposition(Judging.sound) == .passed)
    }

    @Test func `a record without 245 is rejected`() {
        let text = Judging.record("=245")
        #expect(
            judging.defects(text) == [
                "245 critical validate.title-missing record-rejected: "
                    + "the record has no field 245; add the title and send the record again"
            ])
        #expect(judging.disposition(text) == .rejected)
    }

    @Test func `a record with its title in 200 is told to be UNIMARC`() {
        #expect(
            judging.defects(Judging.record("=245", "=200  1\\$aTitre")).first
                == "245 critical validate.title-missing record-rejected: the record has no field 245 but a field 200, where "
                + "UNIMARC has the title; export the records as MARC 21")
    }

    @Test func `a second 245 is reported once and nothing else with it`() {
        let text = Judging.record() + "\n=245  10$aOther.\n=245  10$aThird."
        #expect(
            judging.defects(text) == [
                "245 #2 major validate.title-repeated noted «Other.»: "
                    + "field 245 stands 3 times; keep one and move other titles to 246 or 740"
            ])
        #expect(judging.disposition(text) == .passed)
    }

    @Test func `a 245 without $a or $k, or with nothing but punctuation there, is rejected`() {
        #expect(
            judging.defects(Judging.record("=245  10$cA. Author.")) == [
                "245 #1 $a critical validate.title-empty record-rejected: field 245 has no $a; enter the title there"
            ])
        #expect(
            judging.defects(Judging.record("=245  10$a[...] /$cA. Author.")) == [
                "245 #1 $a critical validate.title-empty record-rejected «[...] /»: "
                    + "245 $a holds nothing but [...] /; enter the title there"
            ])
    }

    @Test(arguments: ["=245  00$kRecords,$f1939-1973.", "=245  10$a1984 /", "=245  10$aВойна и мир"])
    func `archival forms, numbers and other scripts are titles`(line: String) {
        #expect(judging.defects(Judging.record(line)) == [])
    }
}
