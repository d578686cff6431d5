import Catalog
import CatalogTestSupport
import Install
import ServerSupport
import Testing
import Update

/// What both stores come to, side by side.
@Suite struct `Both stores` {
    private static let texts = [
        "Kærlighedens ABC", "O'Neill & søn", "Ça va? Éric", "Война и мир", "東京物語", "naïve café", "3.14 & 2,5",
        "C++ in 21 days", "\u{05E9}\u{05B8}\u{05DC}\u{05D5}\u{05DD}", "ΩΜΕΓΑ ωμέγα", "straße STRASSE",
        "I\u{307}stanbul",
        "a_b c-d e/f", "ﬁn ＡＢＣ", "हिन्दी कविता", "100% x²", String(repeating: "long", count: 600), "It's “quoted” \\ back",
    ]

    private func fill(_ kind: StoreKind) throws -> SampleClient {
        let client = try SampleClient(kind)
        let samples = Self.texts.enumerated().map { index, text in
            SampleRecord("n\(index)", text).with {
                $0.author = Self.texts[(index + 5) % Self.texts.count]
                $0.subjects = [Self.texts[(index + 9) % Self.texts.count]]
                $0.isbn = "978870000\(1000 + index)"
                $0.holdings = index % 3 == 0 ? [] : [("BVA", text, "\(index)", "b\(index)"), ("BVA", "", "\\N\t", "")]
            }
        }
        try client.install(samples, mode: .full)
        try client.install(samples.map { $0.with { $0.note = "again" } }.reversed(), of: "cvb", mode: .full)
        try client.install([.delete("n3"), samples[4].with { $0.title = "Another" }], period: "2")
        return client
    }

    @Test(.enabled(if: TestPostgreSQL.isInstalled, "PostgreSQL's server is not installed; make test installs it"))
    func `hold the same rows and find the same records by whatever words`() throws {
        let clients = try StoreKind.available.map(fill)
        #expect(try clients[0].content() == clients[1].content())
        let readings = try clients.map { try $0.store().reading() }
        let questions =
            Self.texts.map { [$0] } + Self.texts.map { $0.split(separator: " ").map(String.init) }
            + [
                ["&"], [], ["'"], ["\""], ["søn", "abc"], ["son"], ["eric"], ["ERIC", "va"], ["cafe"], ["strasse"],
                ["21"],
            ]
        for words in questions {
            let found = try readings.map { try Set($0.search(words, most: 100)) }
            #expect(found[0] == found[1], "\(words)")
        }
        for text in Self.texts {
            for field in SearchField.allCases {
                for record in 1...18 {
                    let found = try readings.map { try $0.finds(text, in: field, record: record) }
                    #expect(found[0] == found[1], "\(text) in \(field) of \(record)")
                }
            }
        }
    }
}
