import Foundation

/// The facts that the tables were made from, where they are at hand: they are no part of the project.
enum PublishedFacts {
    typealias Object = [String: Any]

    /// `shared/marc21` beside one of the folders that the package lies in.
    static let folder: URL? = {
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let candidate = folder.appendingPathComponent("shared/marc21")
            if FileManager.default.fileExists(atPath: candidate.appendingPathComponent("marc21-bib.json").path) {
                return candidate
            }
        }
        return nil
    }()

    static var arePresent: Bool { folder != nil }
    static let skipReason = "no ../shared/marc21 beside the package"

    struct Unreadable: Error {
        let name: String
    }

    /// The file `marc21-NAME.json`.
    static func read(_ name: String) throws -> Object {
        guard let folder else { throw Unreadable(name: name) }
        let data = try Data(contentsOf: folder.appendingPathComponent("marc21-\(name).json"))
        guard let object = try JSONSerialization.jsonObject(with: data) as? Object else { throw Unreadable(name: name) }
        return object
    }
}

extension PublishedFacts.Object {
    func object(_ key: String) -> PublishedFacts.Object { self[key] as? PublishedFacts.Object ?? [:] }
    func objects(_ key: String) -> [PublishedFacts.Object] { self[key] as? [PublishedFacts.Object] ?? [] }
    func text(_ key: String) -> String { (self[key] as? String ?? "").trimmingCharacters(in: .whitespaces) }
    func flag(_ key: String) -> Bool { self[key] as? Bool ?? false }
    func texts(_ key: String) -> [String: String] {
        (self[key] as? [String: String] ?? [:]).mapValues { $0.trimmingCharacters(in: .whitespaces) }
    }
}
