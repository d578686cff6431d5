import Foundation
import Pipeline
import Testing
import Update

/// What `holdfast explain` prints of a code. That each code has a fixture and a rule that reports it is proved by the
/// examples and by the defects planted in the sample.
@Suite struct `The page of a code` {
    @Test(arguments: DefectCodes.all)
    func `has all its parts, in sentences`(code: DefectCode) {
        let sentences = [code.what, code.why, code.done, code.repair]
        for text in sentences {
            #expect(!(text.first?.isLowercase ?? true), "\(code.name): \(text)")
            #expect(text.hasSuffix("."), "\(code.name): \(text)")
            #expect(!text.contains("  ") && !text.contains("\n"), "\(code.name): \(text)")
        }
        #expect(Set(sentences).count == sentences.count, "\(code.name) says the same twice")
        #expect(!code.example.isEmpty, "\(code.name) has no example")
    }

    @Test func `is there for every code that the sources declare, and for none twice`() throws {
        let names = DefectCodes.all.map(\.name)
        #expect(names.count == Set(names).count)
        #expect(try Self.declared().symmetricDifference(names).sorted() == [])
    }

    /// The names that the rules' files declare.
    private static func declared() throws -> Set<String> {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let files = try #require(
            FileManager.default.enumerator(at: package.appending(path: "Sources"), includingPropertiesForKeys: nil))
        let declaration = /DefectCode\(\s*"([a-z0-9]+\.[a-z0-9-]+)"/
        var names: Set<String> = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: declaration) { names.insert(String(match.output.1)) }
        }
        return names
    }
}
