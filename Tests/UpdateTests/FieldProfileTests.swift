import Testing
import Update

@Suite struct `A field profile` {
    private var profile: FieldProfile {
        var profile = FieldProfile()
        profile.add(2, at: .submission, "records")
        profile.add(1, at: .bibliographic, "856$u")
        profile.add(1, at: .bibliographic, "856$u")
        profile.add(0, at: .holdings, "852")
        return profile
    }

    @Test func `is a line a count in the order of the places`() {
        #expect(profile.text == "bibliographic\t856$u\t2\nsubmission\trecords\t2\n")
    }

    @Test func `is read back from its text`() {
        #expect(FieldProfile(text: profile.text) == profile)
        #expect(FieldProfile(text: "") == FieldProfile())
    }

    @Test(arguments: ["bibliographic\t856", "bib\t856\t1", "bibliographic\t856\tmany", "bibliographic\t856\t0"])
    func `is nothing where a line is damaged`(text: String) { #expect(FieldProfile(text: text) == nil) }

    @Test func `counts 0 at a place that is not there`() {
        #expect(profile[.bibliographic, "245"] == 0)
        #expect(profile.counts(in: .bibliographic) == ["856$u": 2])
    }
}
