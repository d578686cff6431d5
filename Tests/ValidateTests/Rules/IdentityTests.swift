import MARC
import Testing
import Update

@testable import Validate

@Suite struct `Identity and scope` {
    @Test func `a record without control number is rejected whatever the profile says of the code`() {
        let text = Judging.record("=001")
        #expect(
            Judging.ofForm.defects(text) == [
                "001 critical validate.control-number-missing record-rejected: "
                    + "the record has no field 001, which should hold its control number; export the record's number there"
            ])
        let quiet = Judging(policy: DefectPolicy(exceptions: ["validate.control-number-missing": .init(isOff: true)]))
        #expect(quiet.defects(text) == [] && quiet.disposition(text) == .rejected)
    }

    @Test func `the profile may name another place`() throws {
        var judging = Judging.ofForm
        judging.settings.controlNumber = try #require(ControlNumberPlace("907$a"))
        #expect(judging.keys(Judging.record("=907  \\\\$a.b10000012")).first == "control .b10000012")
        #expect(
            judging.defects(Judging.record("=907  \\\\$bx")) == [
                "907 $a critical validate.control-number-missing record-rejected: "
                    + "the record has an empty 907 $a, which should hold its control number; export the record's number there"
            ])
    }

    @Test func `two numbers in 001 reject the record, one number twice does not`() {
        #expect(
            Judging.ofForm.defects(Judging.record() + "\n=001  2") == [
                "001 #2 critical validate.control-number-repeated record-rejected «2»: field 001 stands twice, with "
                    + "ocm01234567 and 2; keep your own system's number and move the other to 035"
            ])
        #expect(
            Judging.ofForm.defects(Judging.record() + "\n=001  ocm01234567") == [
                "001 #2 minor validate.field-repeated noted: field 001 (Control Number) stands twice; MARC 21 allows it once"
            ])
    }

    @Test func `a delete needs its number and nothing else`() {
        let judging = Judging.ofForm
        let delete = "=LDR  00000d                  \n=001  7"
        #expect(judging.defects(delete) == [] && judging.disposition(delete) == .passed)
        #expect(judging.keys(delete) == ["control 7"])
        #expect(judging.defects("=LDR  00000d                  ").count == 1)
    }

    @Test func `what scrub rejected stays rejected, keeps its number and is shown to no rule`() {
        let batch = Judging.rejected("=LDR  00000\n=001  9")
        var log = DefectLog(files: batch.files)
        let judged = ValidateStage().process(batch, log: &log)
        #expect(log.defects.isEmpty && judged.marks[0].disposition == .rejected)
        #expect(judged.withControlNumber(0) { $0.text } == "9")
    }

    @Test func `a record out of scope is counted as such and judged no further`() throws {
        var judging = Judging.ofForm
        judging.settings.outOfScope = [
            try #require(ScopeCondition("LDR/06=rop")), try #require(ScopeCondition("008/23=o")),
        ]
        let kit = Judging.record("=LDR  00000com a2200000 a 4500", "=245")
        #expect(
            judging.defects(kit) == [
                "LDR /6 info validate.out-of-scope noted «o»: leader/06 is 'o', which the profile leaves out of scope"
            ])
        #expect(judging.disposition(kit) == .outOfScope)
        #expect(judging.disposition(Judging.record("=008  930517s1993    nyua   fo     001 0 eng d")) == .outOfScope)
        #expect(judging.disposition(Judging.sound) == .passed)
    }

    @Test(arguments: ["LDR/06", "LDR=a", "245/06=a", "008/x=a", "LDR/-1=a", ""])
    func `a scope condition of another shape is refused`(text: String) {
        #expect(ScopeCondition(text) == nil)
    }

    @Test func `holdings are missed only where the profile requires them`() {
        var judging = Judging.ofForm
        #expect(judging.defects(Judging.sound) == [])
        judging.settings.requiresHoldings = true
        judging.settings.holdingsTags = ["852", "94X"]
        #expect(
            judging.defects(Judging.sound) == [
                "major validate.holdings-missing record-rejected: the record has no holdings in 852 or 94X "
                    + "and no URL in 856; export the records with their holdings"
            ])
        #expect(judging.disposition(Judging.sound) == .rejected)
        #expect(judging.disposition(Judging.record("=949  \\\\$aMAIN")) == .passed)
        #expect(
            judging.disposition("=LDR  00000nx  a2200000   4500\n=001  h1\n=008  " + String(repeating: "|", count: 32))
                == .passed)
    }

    @Test func `a URL is as good as holdings unless the profile says otherwise, but not that of a related resource`() {
        var judging = Judging.ofForm
        judging.settings.requiresHoldings = true
        #expect(judging.disposition(Judging.record("=856  40$uhttps://example.org/1")) == .passed)
        #expect(judging.disposition(Judging.record("=856  42$uhttps://example.org/cover")) == .rejected)
        #expect(judging.disposition(Judging.record("=856  40$zOnline")) == .rejected)
        judging.settings.acceptsURL = false
        #expect(
            judging.defects(Judging.record("=856  40$uhttps://example.org/1")) == [
                "major validate.holdings-missing record-rejected: the record has no holdings in 852; "
                    + "export the records with their holdings"
            ])
    }

    @Test func `a holdings record of the submission is as good as holdings in the record`() {
        var judging = Judging.ofForm
        judging.settings.requiresHoldings = true
        var number = "ocm01234567"
        judging.settings.holdingsLinks = HoldingsLinks([number.withUTF8 { HoldingsLinks.hash($0) }])
        #expect(judging.defects(Judging.sound) == [])
        #expect(judging.defects(Judging.record("=001  ocm7")).count == 1)
    }

    @Test func `a record without ISBN, ISSN and LCCN is marked, and listed where the profile asks`() {
        var judging = Judging.ofForm
        #expect(judging.run([Judging.sound]).batch.marks[0].lacksStandardNumber)
        #expect(!judging.run([Judging.record("=010  \\\\$a   93001234 ")]).batch.marks[0].lacksStandardNumber)
        judging.settings.listsRecordsWithoutStandardNumber = true
        #expect(
            judging.defects(Judging.sound) == [
                "info validate.standard-number-missing noted: "
                    + "the record has no valid ISBN, ISSN or LCCN; enter one where the item bears it"
            ])
    }
}
