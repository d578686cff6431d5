internal import Foundation
internal import Update

/// The defects of some attempts whose action is to hold the submission.
enum HoldingDefects {
    /// One sentence a code: the first defect's message, and how many more there are.
    static func of(_ attempts: [Attempt]) throws -> [(code: String, message: String)] {
        var found: [(code: String, message: String)] = []
        for attempt in attempts {
            guard attempt.summary.defects.byAction[Action.submissionHeld.name] != nil else { continue }
            var messages: [String: [String]] = [:]
            try forEachLine(of: attempt.file(StageFile.defects)) { line in
                guard line.firstRange(of: held) != nil else { return }
                let defect = try JSONDecoder().decode(Line.self, from: line)
                if defect.action == Action.submissionHeld.name {
                    messages[defect.code, default: []].append(defect.text)
                }
            }
            for (code, texts) in messages.sorted(by: { $0.key < $1.key }) {
                found.append((code, (texts.first ?? code) + (texts.count > 1 ? " (and \(texts.count - 1) more)" : "")))
            }
        }
        return found
    }

    private static let held = Data("\"\(Action.submissionHeld.name)\"".utf8)

    private struct Line: Decodable {
        let code: String
        let action: String
        let file: String?
        let message: String
        var text: String { file.map { "\($0): \(message)" } ?? message }
    }

    private static func forEachLine(of path: String, _ body: (Data) throws -> Void) throws {
        guard let text = FileManager.default.contents(atPath: path) else { return }
        for line in text.split(separator: 0x0A) { try body(line) }
    }
}
