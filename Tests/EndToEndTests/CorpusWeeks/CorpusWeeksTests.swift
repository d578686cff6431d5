import Foundation
import ServerSupport
import TestSupport
import Testing

/// Real records shared out among ten libraries, loaded full, then weeks of changes and deletes: after each week the database
/// is that which a load of the surviving records makes, and undoing leads back to it. A part of the corpus and of the weeks;
/// all of it where HOLDFAST_WHOLE_CORPUS is set (`make corpus-weeks`).
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.skipReason)")) struct `Weeks of real records` {
    private static let isWhole = ProcessInfo.processInfo.environment["HOLDFAST_WHOLE_CORPUS"] != nil
    private static let weeks = isWhole ? 10 : 2
    private static let stores = TestPostgreSQL.isInstalled ? [false, true] : [false]

    @Test
    func
        `come to what a load of the surviving records makes, and are undone exactly, on both stores`()
        throws
    {
        var libraries = TenLibraries(try Self.pool())
        let start = Date()
        let unions = try Self.stores.map { try UnionWorkspace(isServer: $0) }
        try Self.load(unions, libraries.held, "2026-01")
        var held = [libraries.held]
        let loaded = try unions.map { try $0.state() }
        try Self.compare(loaded, held[0], "the full load")
        for week in 1...Self.weeks {
            let period = Self.period(week)
            let sent = libraries.nextWeek()
            for union in unions {
                for (symbol, records) in zip(TenLibraries.symbols, sent) {
                    try union.deliver(records, of: symbol, period)
                }
            }
            let runs = try unions.map { try $0.start("run", "weekly", "--period", period) }
            for (union, run) in zip(unions, runs) { try union.finish(run, period) }
            held.append(libraries.held)
            try Self.compare(try unions.map { try $0.state() }, libraries.held, period)
        }
        try Self.undo(unions, held, to: loaded)
        if Self.isWhole {
            print(
                "\(held[0].map(\.count).reduce(0, +)) records loaded, \(held.last?.map(\.count).reduce(0, +) ?? 0) after "
                    + "\(Self.weeks) weeks; \(loaded[0].count) rows compared; \(Int(Date().timeIntervalSince(start))) s"
            )
        }
    }

    private static func period(_ week: Int) -> String {
        week < 10 ? "2026-W0\(week)" : "2026-W\(week)"
    }

    private static func load(
        _ unions: [UnionWorkspace], _ held: [TenLibraries.Holding], _ period: String
    ) throws {
        for union in unions {
            for (symbol, records) in zip(TenLibraries.symbols, held) {
                try union.deliver(records.sorted { $0.key < $1.key }.map(\.value), of: symbol, period)
            }
        }
        let runs = try unions.map { try $0.start("run", "monthly", "--period", period) }
        for (union, run) in zip(unions, runs) { try union.finish(run, "load") }
    }

    /// Each store's rows are those of a database that is built afresh from the surviving records.
    private static func compare(_ found: [[String]], _ held: [TenLibraries.Holding], _ what: String)
        throws
    {
        let fresh = try stores.map { try UnionWorkspace(isServer: $0) }
        try load(fresh, held, "2026-01")
        for (place, union) in fresh.enumerated() {
            let expected = try union.state()
            let differing = Set(found[place]).symmetricDifference(expected)
            #expect(
                found[place] == expected,
                "\(what), server \(union.isServer): \(differing.sorted().prefix(6).map { $0.prefix(300) })")
        }
        let count = held.map(\.count).reduce(0, +)
        for rows in found { #expect(rows.filter { $0.hasPrefix("record|") }.count == count, "\(what)") }
        // Words apart, which each store has in its own form, they hold the same rows.
        let rows = found.map { $0.filter { !$0.hasPrefix("words|") && !$0.hasPrefix("match_key|") } }
        for other in rows.dropFirst() { #expect(other == rows[0], "\(what): the stores differ") }
    }

    /// Undoes every weekly version, each library's newest first, the libraries in random order.
    private static func undo(
        _ unions: [UnionWorkspace], _ held: [[TenLibraries.Holding]], to loaded: [[String]]
    )
        throws
    {
        var random = SeededNumbers(state: 17)
        var week = Array(repeating: weeks, count: TenLibraries.symbols.count)
        let steps = weeks * week.count
        for step in 1...steps {
            guard let library = week.indices.filter({ week[$0] > 0 }).randomElement(using: &random) else {
                break
            }
            let runs = try unions.map {
                try $0.start(
                    "undo", "coast/\(period(week[library]))", "--contributor", TenLibraries.symbols[library],
                    "--reason",
                    "sent by mistake")
            }
            for (union, run) in zip(unions, runs) { try union.finish(run, "undo of \(library)") }
            week[library] -= 1
            if step == steps / 3 || step == steps * 2 / 3 {
                let standing = week.enumerated().map { held[$1][$0] }
                try compare(try unions.map { try $0.state() }, standing, "after \(step) undone versions")
            }
        }
        for (place, union) in unions.enumerated() {
            #expect(try union.state() == loaded[place], "everything undone")
            let audit = try Program.run("audit", "coast", "--workspace", union.path)
            #expect(audit.status == 0, "\(audit.output)")
        }
    }

    // MARK: The records

    /// A file of some bibliographic records, of which most are accepted.
    private static func isPlain(_ file: Corpus.File) -> Bool {
        file.isCleanStructure && (15...80).contains(file.records ?? 0)
            && !["UNIMARC", "no 001", "authority"].contains { file.special.contains($0) }
    }

    /// Records of the corpus that Holdfast accepts, as it exports them.
    private static func pool() throws -> [RawRecord] {
        let folder = try TemporaryFolder()
        let union = try UnionWorkspace(["all"], isServer: false)
        let formats: Set<String> =
            isWhole ? ["iso2709", "marcxml", "json", "mrk", "alephseq", "oai"] : ["iso2709"]
        var records: [RawRecord] = []
        for file in Corpus.files where formats.contains(file.format) && (file.records ?? 0) > 0 {
            if !isWhole, records.count >= 150 { break }
            if !isWhole, !isPlain(file) { continue }
            guard let source = Corpus.root?.appendingPathComponent(file.path) else { continue }
            let target = folder.url("records.mrc")
            try? FileManager.default.removeItem(at: target)
            _ = try Program.run("convert", source.path, target.path, "--to", "iso2709", "--quiet")
            guard let bytes = try? Data(contentsOf: target) else { continue }
            records += RawRecord.all(in: Array(bytes))
        }
        records = records.enumerated().map { $1.numbered("p\($0)") }
        try union.deliver(records, of: "all", "2026-01")
        try union.finish(try union.start("run", "monthly", "--period", "2026-01"), "pool")
        _ = try union.finish(try union.start("export", "coast"), "export")
        let accepted = RawRecord.all(in: Array(try Data(contentsOf: union.folder.url(".out"))))
        try #require(accepted.count > 100, "\(accepted.count) of \(records.count) were accepted")
        return accepted
    }
}
