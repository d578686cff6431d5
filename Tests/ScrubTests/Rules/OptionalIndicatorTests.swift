import Scrub
import TestSupport
import Testing

@Suite struct OptionalIndicatorTests {
    @Test func `blanks indicators that the format leaves undefined`() {
        let text = "=020  11$a0306406152\n=245  10$aT\n=590  1\\$aLocal\n=880  1\\$6500-00$aN"
        #expect(
            Scrubbing.text(text, asking: "undefined-indicators")
                == "=020  \\\\$a0306406152\n=245  10$aT\n=590  1\\$aLocal\n=880  \\\\$6500-00$aN")
    }

    @Test(arguments: [
        ("=245  10$aT", "=245  00$aT"), ("=100  1\\$aA\n=245  00$aT", "=100  1\\$aA\n=245  10$aT"),
        ("=245  00$aT\n=700  1\\$aA", "=245  00$aT\n=700  1\\$aA"), ("=245  20$aT", "=245  20$aT"),
        ("=245  10$6880-01$aT\n=880  10$6245-01$aТ", "=245  00$6880-01$aT\n=880  00$6245-01$aТ"),
    ])
    func `sets 245 indicator 1 by the main entry`(_ before: String, _ after: String) {
        #expect(Scrubbing.text(before, asking: "title-added-entry") == after)
    }

    @Test(arguments: [
        ("=490  1\\$aS", "=490  0\\$aS"), ("=490  0\\$aS\n=830  \\0$aS", "=490  1\\$aS\n=830  \\0$aS"),
        ("=490  1\\$6880-01$aS\n=880  1\\$6490-01$aС", "=490  0\\$6880-01$aS\n=880  0\\$6490-01$aС"),
        ("=490  0\\$aS\n=490  1\\$aR\n=830  \\0$aR", "=490  0\\$aS\n=490  1\\$aR\n=830  \\0$aR"),
    ])
    func `sets 490 indicator 1 by the added entries`(_ before: String, _ after: String) {
        #expect(Scrubbing.text(before, asking: "series-tracing") == after)
    }

    @Test(arguments: [
        ("=041  0\\$aeng$hger", "=041  1\\$aeng$hger"), ("=041  0\\$aeng$geng$hger", "=041  0\\$aeng$geng$hger"),
        ("=041  0\\$aeng$heng", "=041  0\\$aeng$heng"), ("=041  \\7$aen$hde$2iso", "=041  17$aen$hde$2iso"),
    ])
    func `marks translations in 041`(_ before: String, _ after: String) {
        #expect(Scrubbing.text(before, asking: "translation-indicator") == after)
    }

    @Test(arguments: [
        ("=246  13$iOn cover:$aT", "=246  1\\$iOn cover:$aT"), ("=776  0\\$iOnline:$tT", "=776  08$iOnline:$tT"),
        ("=246  13$aT", "=246  13$aT"), ("=880  13$6246-00$iOn cover:$aТ", "=880  1\\$6246-00$iOn cover:$aТ"),
    ])
    func `sets the indicator beside a display text`(_ before: String, _ after: String) {
        #expect(Scrubbing.text(before, asking: "display-text-indicator") == after)
    }

    @Test(arguments: [
        ("=856  \\0$uHTTPS://x.org", "=856  40$uHTTPS://x.org"), ("=856  40$uftp://x.org", "=856  10$uftp://x.org"),
        ("=856  7\\$uhttp://x.org$2http", "=856  7\\$uhttp://x.org$2http"),
        ("=856  \\\\$uhttp://x.org$uftp://y.org", "=856  \\\\$uhttp://x.org$uftp://y.org"),
        ("=856  \\\\$ux.org", "=856  \\\\$ux.org"),
    ])
    func `sets the access method by the link`(_ before: String, _ after: String) {
        #expect(Scrubbing.text(before, asking: "access-method") == after)
    }

    @Test(arguments: [
        ("eng", "0", "The title", "4"), ("eng", "3", "The title", "4"), ("eng", "0", "A \"new\" title", "3"),
        ("eng", "0", "\"The title\"", "5"), ("eng", "0", "Los Angeles", "0"), ("eng", "0", "A la carte", "0"),
        ("eng", "0", "A is for apple", "0"), ("eng", "0", "A B C", "0"), ("eng", "4", "Title", "4"),
        ("fre", "0", "L'homme", "2"), ("fre", "0", "The title", "0"), ("spa", "0", "Los Angeles", "0"),
        ("ger", "0", "Die Zeit", "4"), ("\\\\\\", "0", "The title", "0"), ("eng", "0", "Theory", "0"),
    ])
    func `counts the article in the language of the record`(
        _ language: String, _ before: String, _ title: String, _ after: String
    ) {
        let fixed = "=008  930517s1993\\\\\\\\nyua\\\\\\\\\\\\\\\\\\\\001\\0\\\(language)\\d\n"
        #expect(
            Scrubbing.text("\(fixed)=245  1\(before)$a\(title)", asking: "nonfiling-characters")
                == "\(fixed)=245  1\(after)$a\(title)")
    }

    @Test func `says what it found and set`() {
        let result = Scrubbing("=245  10$aT", ScrubSettings(optional: ["title-added-entry"]))
        #expect(
            result.messages == ["245 indicator 1 is 1, but the record has no main entry (1XX); set to 0"])
        #expect(result.defects == ["scrub.title-added-entry-wrong 245[1] indicator 1 repaired: \"1\" → \"0\""])
    }
}
