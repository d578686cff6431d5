import Testing

@testable import Validate

@Suite struct `Dates in control fields` {
    /// The messages about a record of 27 November 2026 with these characters in 008/06-14.
    private func complaints(_ dates: String, leader: String = "00000cam a2200000 a 4500") -> [String] {
        var judging = Judging.ofForm
        judging.settings.today = .init(year: 2026, month: 11, day: 27)
        return judging.defects(
            Judging.record("=LDR  \(leader)", "=008  930517" + dates + #"nyua\\\\\\\\\\001\0\eng\d"#))
    }

    @Test(arguments: [
        #"s1993\\\\"#, "t19931992", "c19939999", "d19931995", "u1993uuuu", "nuuuuuuuu", "q19901995", "m19931995",
        "m19939999", "r19931890", "p19931990", "i18901910", "k18901910", "e19930517", #"e199305\\"#, #"b\\\\\\\\"#,
        "|||||||||", "s1993||||", "s199u\\\\\\\\", "q19uu1995", "m19uu1999",
    ])
    func `that go with their type are no defect`(dates: String) {
        #expect(complaints(dates) == [])
    }

    @Test(arguments: [
        ("s19931994", "type s has one date"), ("c1993uuuu", "type c has 9999 as date 2"),
        ("d19939999", "type d has a last year as date 2"), ("u19931994", "type u has uuuu as date 2"),
        ("n1993uuuu", "type n has uuuu as both dates"), ("b1993\\\\\\\\", "type b has no dates"),
        ("m19951993", "its type has a first and a last year"),
        ("q1993\\\\\\\\", "its type has a first and a last year"),
        ("r18901993", "its type has a later year and, as date 2, the original one"),
        ("t1993\\\\\\\\", "type t has two dates"), ("e19931317", "type e has a month and a day as date 2"),
    ])
    func `that do not are told what their type asks for`(dates: String, complaint: String) {
        let shown = dates.replacing("\\", with: " ")
        #expect(
            complaints(dates) == [
                "008 #1 /6 minor validate.dates-disagree noted «\(shown)»: 008/06-14 is '\(shown)'; \(complaint)"
            ])
    }

    @Test func `a year with a hyphen or a blank in it is none`() {
        #expect(
            complaints(#"s199-\\\\"#) == [
                "008 #1 /7 major validate.fixed-field-date-malformed noted «199-»: 008/07-10 (Date 1) is '199-', which is no "
                    + "year; write four digits, u for each unknown one"
            ])
    }

    @Test func `years ahead, and printed books before printing, are not plausible`() {
        #expect(
            complaints(#"s2062\\\\"#) == [
                "008 #1 /7 minor validate.date-implausible noted «2062»: 008/07-10 (Date 1) is '2062', which lies ahead of "
                    + "2026; compare it with the item"
            ])
        #expect(complaints(#"s2027\\\\"#) == [])
        #expect(complaints(#"s0993\\\\"#).map { $0.contains("before there were printed books") } == [true])
        #expect(complaints(#"s0993\\\\"#, leader: "00000ctm a2200000 a 4500") == [])
    }

    @Test func `the date entered is a day of the calendar, and not one to come`() {
        let record = { (date: String) in
            var judging = Judging.ofForm
            judging.settings.today = .init(year: 2026, month: 11, day: 30)
            return judging.defects(Judging.record("=008  \(date)" + #"s1993\\\\nyua\\\\\\\\\\001\0\eng\d"#))
        }
        #expect(record("000229") == [])
        #expect(record("010229").count == 1)
        #expect(record("261201") == [])
        #expect(
            record("261202") == [
                "008 #1 /0 info validate.date-entered-in-future noted «261202»: 008/00-05 (Date entered on file) is "
                    + "2026-12-02, which lies after 2026-11-30; correct the date"
            ])
    }

    @Test func `005 is a date and a time`() {
        let record = { (date: String) in
            var judging = Judging.ofForm
            judging.settings.today = .init(year: 2026, month: 11, day: 27)
            return judging.defects(Judging.record("=005  \(date)"))
        }
        #expect(record("20261127235959.0") == [])
        #expect(
            record("20260230120000.0") == [
                "005 #1 info validate.transaction-date-malformed noted «20260230120000.0»: field 005 is '20260230120000.0', "
                    + "which is no date and time written as 20261125143000.0"
            ])
        #expect(
            record("20271127235959.0") == [
                "005 #1 info validate.transaction-date-in-future noted «20271127235959.0»: field 005 says 2027-11-27, which "
                    + "lies after 2026-11-27; correct the clock that wrote it"
            ])
    }
}
