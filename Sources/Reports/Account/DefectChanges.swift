internal import Foundation
internal import Pipeline
internal import Update

/// What inspect found of a submission's defects against the version before: the `trend` of `verdict.json`.
struct DefectChanges: Decodable, Equatable {
    /// More than before, by how many, by code.
    var new: [String: Int] = [:]
    /// Fewer than before, by how many.
    var fixed: [String: Int] = [:]
    /// Before and now, how many.
    var persisting: [String: Int] = [:]

    private struct Verdict: Decodable {
        let trend: DefectChanges?
    }

    /// Nothing where inspect has not run, or found no version before.
    static func of(_ attempts: [Attempt]) throws -> DefectChanges {
        guard let inspect = attempts.first(where: { $0.stage == .inspect }),
            let data = FileManager.default.contents(atPath: inspect.file("verdict.json"))
        else { return DefectChanges() }
        return try JSONDecoder().decode(Verdict.self, from: data).trend ?? DefectChanges()
    }

    /// For the page; groups that are empty are left out.
    var groups: [ChangeGroup] {
        [
            ChangeGroup(
                name: "new", style: "major", meaning: "not there before, or more than before", counts: new, sign: "+"),
            ChangeGroup(name: "fixed", style: "good", meaning: "fewer than before", counts: fixed, sign: "−"),
            ChangeGroup(name: "persisting", style: "minor", meaning: "as before", counts: persisting, sign: ""),
        ].filter { !$0.entries.isEmpty }
    }
}

/// Codes that are new, fixed or persisting against the version before.
struct ChangeGroup: Equatable {
    struct Entry: Equatable {
        let code: String
        /// `+12`.
        let count: String
    }

    let name: String
    let style: String
    let meaning: String
    let entries: [Entry]

    init(name: String, style: String, meaning: String, counts: [String: Int], sign: String) {
        (self.name, self.style, self.meaning) = (name, style, meaning)
        entries = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
            Entry(code: $0.key, count: sign + Numbers.text($0.value))
        }
    }
}
