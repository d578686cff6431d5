import Catalog
import CatalogTestSupport
import Install
import Testing
import Update

@Suite struct UndoTests {
    /// A week's records out of sixty: some changed, some deleted, some new, decided by a fixed sequence of numbers.
    private func week(_ week: Int, of contributor: String) -> [SampleRecord] {
        var state = UInt64(week * 7919 + contributor.utf8.reduce(0) { $0 + Int($1) })
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var seen: Set<Int> = []
        return (0..<25).compactMap { _ in
            let number = next(60)
            guard seen.insert(number).inserted else { return nil }
            if next(4) == 0 { return .delete("n\(number)") }
            return SampleRecord("n\(number)", "Title \(number) as of \(week), \"quoted\" ÆØÅ").with {
                $0.isbn = next(2) == 0 ? nil : "97887\(100_000_000 + number)"
                $0.holdings = (0..<next(4)).map { (contributor, "Main", "\(number).\(week)", "b'\($0)") }
            }
        }
    }

    @Test(arguments: StoreKind.available)
    func `versions undone newest first restore the database exactly, whatever others installed since`(_ kind: StoreKind)
        throws
    {
        let client = try SampleClient(kind)
        var states: [String: [[String]]] = ["bva": [], "cvb": []]
        func rows(of contributor: String) throws -> [String] {
            try client.content().filter { $0.hasPrefix(contributor + "\t") || $0.hasPrefix("sum\t" + contributor) }
        }
        for week in 1...6 {
            for contributor in ["bva", "cvb"] {
                if week > 1 { states[contributor]?.append(try rows(of: contributor)) }
                try client.install(
                    self.week(week, of: contributor), of: contributor, period: "2026-W\(week)",
                    mode: week % 3 == 1 ? .full : .changes)
            }
        }
        // bva's five newest first, then cvb's: each time the rows of one are as they were, those of the other untouched.
        for contributor in ["bva", "cvb"] {
            let other = contributor == "bva" ? "cvb" : "bva"
            let untouched = try rows(of: other)
            for state in (states[contributor] ?? []).reversed() {
                let newest = try #require(try client.store().reading().newestVersion(of: contributor))
                try client.store().undo(newest.id)
                #expect(try rows(of: contributor) == state)
                #expect(try rows(of: other) == untouched)
            }
        }
        #expect(try client.rows("select count(*) from version") == ["2"])
    }

    @Test(arguments: StoreKind.available)
    func `what a submission looked like is kept with its version, and an undo takes it along`(_ kind: StoreKind) throws
    {
        let client = try SampleClient(kind)
        for week in 1...3 {
            var submission = try client.submission(
                self.week(week, of: "bva"), of: "bva", period: "2026-W\(week)", mode: week == 1 ? .full : .changes)
            submission.facts.profile.add(week * 10, at: .bibliographic, "856$u")
            try client.install(submission)
        }
        func history(_ mode: Mode? = nil, except own: Int? = nil, limit: Int = 9) throws -> [String] {
            try client.store().reading().history(of: "bva", mode: mode, except: own, limit: limit).map {
                "\($0.version.period) \($0.profile[.bibliographic, "856$u"])"
            }
        }
        #expect(try history() == ["2026-W3 30", "2026-W2 20", "2026-W1 10"])
        #expect(try history(.changes) == ["2026-W3 30", "2026-W2 20"])
        #expect(try history(except: 2, limit: 1) == ["2026-W3 30"])
        #expect(try history(except: 3, limit: 1) == ["2026-W2 20"])
        try client.store().undo(3)
        #expect(try history() == ["2026-W2 20", "2026-W1 10"])
        #expect(try client.store().reading().history(of: "cvb", mode: nil, except: nil, limit: 9) == [])
    }

    @Test(arguments: StoreKind.available) func `an older version is not undone under a newer one`(_ kind: StoreKind)
        throws
    {
        let client = try SampleClient(kind)
        try client.install(week(1, of: "bva"), period: "2026-W01")
        try client.install(week(2, of: "bva"), period: "2026-W02")
        let before = try client.content()
        #expect(throws: CatalogRefusal.self) { try client.store().undo(1) }
        #expect(throws: CatalogRefusal.self) { try client.store().undo(99) }
        #expect(try client.content() == before)
    }

    @Test(arguments: StoreKind.available)
    func `rows altered behind its back are found by an undo, which then changes nothing`(_ kind: StoreKind) throws {
        let client = try SampleClient(kind)
        try client.install(week(1, of: "bva"), period: "2026-W01")
        try client.install(week(2, of: "bva"), period: "2026-W02")
        try client.execute("update change set before_title = 'x' where action = 'replaced'")
        let before = try client.content()
        let failure = #expect(throws: CatalogError.self) { try client.store().undo(2) }
        #expect(failure?.kind == .damaged)
        #expect(try client.content() == before)
    }
}
