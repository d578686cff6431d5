internal import Foundation
internal import Update

/// Folders of the inbox that belong to no contributor: reported and left where they are.
extension UpdateRunner {
    /// The names of such folders that hold anything, in order.
    func strangers(of client: ClientPlan) -> [String] {
        let inbox = environment.workspace.path("\(environment.workspace.settings.inbox)/\(client.name)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: inbox)) ?? []
        let known = Set(client.contributors.map(\.symbol))
        return names.sorted().filter { name in
            guard !name.hasPrefix("."), !known.contains(name) else { return false }
            let inside = try? FileManager.default.contentsOfDirectory(atPath: "\(inbox)/\(name)")
            return inside.map { !$0.filter { !$0.hasPrefix(".") }.isEmpty } ?? true
        }
    }
}
