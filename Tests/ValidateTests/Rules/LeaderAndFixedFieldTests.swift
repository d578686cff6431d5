import Testing

@testable import Validate

@Suite struct `Leader and fixed fields` {
    let judging = Judging.ofForm

    private func defects(leader: String) -> [String] { judging.defects(Judging.record("=LDR  \(leader)")) }

    @Test func `codes of little weight that no format defines are named with what it defines`() {
        #expect(
            defects(leader: "00000xam a2200000 a 4500") == [
                "LDR /5 minor validate.leader-code-undefined noted «x»: leader/05 (Record status) is 'x'; "
                    + "bibliographic records have a, c, d, n, p"
            ])
        #expect(
            defects(leader: "00000cam a22000009a 4500") == [
                "LDR /17 minor validate.leader-code-undefined noted «9»: leader/17 (Encoding level) is '9'; "
                    + "bibliographic records have blank, 1-5, 7, 8, u, z"
            ])
    }

    @Test(arguments: ["I", "K", "M", "4", "u"])
    func `OCLC's encoding levels are no defects`(level: String) {
        #expect(defects(leader: "00000cam a2200000\(level)a 4500") == [])
    }

    @Test func `obsolete codes are told from undefined ones`() {
        #expect(
            defects(leader: "00000cam a22000006a 4500") == [
                "LDR /17 info validate.leader-code-obsolete noted «6»: leader/17 (Encoding level) has the obsolete code '6', "
                    + "Minimal level"
            ])
        #expect(
            defects(leader: "00000chm a2200000 a 4500") == [
                "LDR /6 info validate.leader-code-obsolete noted «h»: leader/06 (Type of record) has the obsolete code 'h', "
                    + "Microform publications"
            ])
    }

    @Test func `a type that no format has hides the record from searches by format`() {
        #expect(
            defects(leader: "00000c m a2200000 a 4500") == [
                "LDR /6 major validate.record-type-undefined noted « »: leader/06 (Type of record) is blank, which names no "
                    + "type; bibliographic records have a, c-g, i-k, m, o, p, r, t"
            ])
    }

    @Test func `text that is neither book nor serial has no form, other material merely no level`() {
        #expect(
            defects(leader: "00000ca  a2200000 a 4500") == [
                "LDR /7 major validate.record-form-undetectable noted « »: leader/06-07 is 'a' and blank, which tells neither a "
                    + "book nor a serial; set leader/07, m for a book, s for a serial"
            ])
        #expect(
            defects(leader: "00000ce9 a2200000 a 4500").filter { $0.hasPrefix("LDR") } == [
                "LDR /7 minor validate.bibliographic-level-undefined noted «9»: leader/07 (Bibliographic level) is '9'; "
                    + "bibliographic records have a-d, i, m, s"
            ])
    }

    @Test func `a record without 008 is told so`() {
        #expect(
            judging.defects(Judging.record("=008")) == [
                "008 major validate.fixed-field-missing noted: the record has no field 008, which every bibliographic record "
                    + "must have; switch its export on"
            ])
    }

    @Test func `an 008 cut at its end is a small flaw`() {
        #expect(
            judging.defects(Judging.record("=008  930517s1993    nyua          001 0 eng")) == [
                "008 #1 minor validate.fixed-field-length-wrong noted «930517s1993    nyua          001 0 eng»: "
                    + "field 008 has 38 characters instead of 40; pad or cut it at its end"
            ])
        #expect(
            judging.defects(Judging.record("=008  930517s1993    nyua")).map { $0.contains("length-wrong") } == [true])
    }

    @Test func `an 008 that lost characters in its middle misleads`() {
        #expect(
            judging.defects(Judging.record("=008  930517s1993    nyua         001 0 eng d")) == [
                "008 #1 major validate.fixed-field-shifted noted «930517s1993    nyua         001 0 eng d»: "
                    + "field 008 has 39 characters instead of 40, and 35-37 is no language code; "
                    + "put the lost characters back in their places"
            ])
    }

    @Test func `an empty leader is said once`() {
        let found = judging.defects(Judging.record("=LDR  00000    a2200000 a 4500"))
        #expect(found.filter { $0.hasPrefix("LDR") }.map { $0.contains("validate.record-type-undefined") } == [true])
    }

    @Test func `holdings have an 008 of 32 characters and a leader of their own`() {
        let holdings = "=LDR  00000nx  a22000003n 4500\n=001  h1\n=004  b1\n=008  0601104p    8   4001uueng0060110"
        #expect(judging.defects(holdings + "\n=852  0\\$aViU$bALD-STKS$hPQ6057$i.V4") == [])
        #expect(
            judging.defects(holdings + "00") == [
                "008 #1 minor validate.fixed-field-length-wrong noted «0601104p    8   4001uueng006011000»: "
                    + "field 008 has 34 characters instead of 32; pad or cut it at its end"
            ])
    }
}
