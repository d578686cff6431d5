import Foundation
import Install
import Pipeline
import Testing

/// What `match` and `priority` in a client's file come to.
@Suite struct `The match rules of a client` {
    private func workspace(_ lines: String) throws -> Workspace {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("match-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try NewWorkspace.make(at: folder)
        let text = """
            title: My libraries
            contributors:
              lib1: { name: First library, profile: plain-marc21 }
              lib2: { name: Second library, profile: plain-marc21 }

            """
        try (text + lines).write(toFile: "\(folder)/clients/mylibraries.yaml", atomically: true, encoding: .utf8)
        return try Workspace(folder: folder, knownCodes: DefectCodes.names)
    }

    private func rules(_ lines: String) throws -> MatchRuleSet? { try workspace(lines).clients["mylibraries"]?.match }

    private func problem(_ lines: String) -> String {
        do {
            _ = try workspace(lines)
            return "none"
        } catch {
            return "\(error)"
        }
    }

    @Test func `are none where nothing is said`() throws { #expect(try rules("") == nil) }

    @Test func `are a preset with the priority beside it`() throws {
        let rules = try #require(try rules("match: bc-union\npriority: [lib2]"))
        #expect(rules.text.hasPrefix("limit 500\npriority lib2\npoint 022$a issn\nagree 245$a title first 10\n"))
    }

    @Test func `are a preset with another limit`() throws {
        #expect(try rules("match: { preset: number-only, limit: 40 }")?.limit == 40)
    }

    @Test func `are points spelled out`() throws {
        let rules = try rules(
            """
            match:
              limit: 30
              points:
                - value: 020$a isbn
                  agree: [245$a title first 10, leader/06-07 code]
                - value: 035$a oclc
            """)
        #expect(
            rules?.text == """
                limit 30
                point 020$a isbn
                agree 245$a title first 10
                agree leader/06-07 code
                point 035$a oclc
                """)
    }

    @Test func `are refused with the place of what is wrong`() {
        #expect(
            problem("match: bc-onion").contains("'match' expects bc-union, number-only or oclc-first, found 'bc-onion'")
        )
        #expect(problem("match: {limit: 30}").contains("'match' expects a preset or points, as in 'match: bc-union'"))
        #expect(problem("priority: [lib1]").contains("'priority' says nothing without 'match'"))
        #expect(
            problem("match: bc-union\npriority: [lib9]").contains(
                "'priority' names 'lib9', which is no contributor of this client"))
        let point = problem("match:\n  points:\n    - value: 245 title")
        #expect(point.contains("clients/mylibraries.yaml:7:"), "\(point)")
        #expect(
            point.contains("'245 title' is not what can be compared; expected a place, a form and perhaps a length"))
    }
}
