import Catalog
import CatalogTestSupport
import Dispatch
import Foundation
import Install
import Synchronization
import Testing
import Update

/// Readers of a database into which a library installs again and again.
@Suite struct ReaderTests {
    private static let titles = 30
    private static let installs = 20

    /// Every title is another one in each version; with every other version the numbers agree with those of other titles of the
    /// second library.
    private static func load(_ version: Int) -> [SampleRecord] {
        (1...titles).map { number in
            SampleRecord("n\(number)", "v\(version + 10) number \(number)").with {
                $0.isbn = "9788\(100_000_000 + number + version % 2 * titles / 2)"
            }
        }
    }

    /// What a reader finds of a version: its mark, records, clusters, records found by a word.
    private static func facts(_ version: Int) -> String {
        "v\(version + 10) \(2 * titles) \(version.isMultiple(of: 2) ? titles : titles * 3 / 2) \(2 * titles)"
    }

    private static let whole = Set((0...installs).map(facts))

    private static func query(_ kind: StoreKind) -> String {
        let mark = "distinct substr(title, 1, 3)"
        let marks = kind == .sqlite ? "group_concat(\(mark))" : "string_agg(\(mark), ' ')"
        let found = kind == .sqlite ? "search match 'number'" : "title @@ 'number'"
        return """
            select (select \(marks) from record where contributor = 1) || ' ' || (select count(*) from record) || ' '
                || (select count(*) from cluster where record = master) || ' '
                || (select count(*) from search where \(found))
            """
    }

    @Test(arguments: StoreKind.available)
    func `four that query through twenty installs see one version or the other, clusters and index included`(
        _ kind: StoreKind
    ) throws {
        let client = try SampleClient(kind)
        client.rules = MatchRuleSet.preset("number-only")
        try client.install(Self.load(0), of: "lib1", period: "0", mode: .full)
        try client.install(Self.load(0), of: "lib2", period: "0", mode: .full)
        let (path, address, query) = (client.path, client.address, Self.query(kind))
        let last = Self.facts(Self.installs)
        let readers = Readers(4) { reader in
            let deadline = Date().addingTimeInterval(120)
            var seen: Set<String> = []
            while !seen.contains(last), Date() < deadline {
                // Two that ask by SQL as a data team does, two that ask the store.
                if reader.isMultiple(of: 2) {
                    if let address {
                        seen.insert(try PostgreSQLConnection(address).texts(query).first?.first.flatMap { $0 } ?? "")
                    } else {
                        seen.insert(try SQLiteConnection(path: path, access: .read).text(query) ?? "")
                    }
                } else {
                    let store: any CatalogStore =
                        if let address { PostgreSQLCatalog(address) } else { try SQLiteCatalog(path: path) }
                    seen.insert(try Self.ask(store.reading()))
                }
                Thread.sleep(forTimeInterval: 0.01)
            }
            return seen
        }
        for version in 1...Self.installs {
            try client.install(
                Self.load(version), of: "lib1", period: "\(version)",
                mode: version.isMultiple(of: 2) ? .full : .changes)
        }
        var seen: Set<String> = []
        for found in try readers.finish() {
            #expect(found.isSubset(of: Self.whole), "\(found.subtracting(Self.whole))")
            #expect(found.contains(last))
            seen.formUnion(found)
        }
        #expect(seen.count > 2, "readers must have met installs: \(seen)")
    }

    /// One question after another, all of the same reading.
    private static func ask(_ reading: any CatalogReading) throws -> String {
        let mark = try reading.heldRecord(1)?.title.prefix(3) ?? ""
        let records = try reading.sums().values.map(\.records.rows).reduce(0, +)
        let clusters = try reading.clusters()?.countClusters(of: nil) ?? 0
        let found = try reading.search(["number"], most: 1000).count
        return "\(mark) \(records) \(clusters) \(found)"
    }
}

/// Threads of their own, so that readers and installs are at work at once whatever else is.
private final class Readers: Sendable {
    private let results = Mutex<[Result<Set<String>, any Error>]>([])
    private let group = DispatchGroup()

    init(_ count: Int, _ read: @escaping @Sendable (Int) throws -> Set<String>) {
        for reader in 0..<count {
            group.enter()
            Thread.detachNewThread {
                let result = Result { try read(reader) }
                self.results.withLock { $0.append(result) }
                self.group.leave()
            }
        }
    }

    /// What each has seen, once all have ended.
    func finish() throws -> [Set<String>] {
        group.wait()
        return try results.withLock { try $0.map { try $0.get() } }
    }
}
