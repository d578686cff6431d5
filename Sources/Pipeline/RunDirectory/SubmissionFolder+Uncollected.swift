internal import Foundation
internal import Update

/// What keeps deliveries from being collected stands in the submission's own `defects.jsonl`, for it belongs to no attempt:
/// written when collecting gives up, gone when it succeeds.
extension SubmissionFolder {
    /// The path of the defects of what was not collected; nil where nothing waits.
    public var uncollectedDefects: String? {
        let file = "\(path)/\(StageFile.defects)"
        return FileManager.default.fileExists(atPath: file) ? file : nil
    }

    /// Puts `defects` in the place of what was written before.
    func writeUncollected(_ defects: [Defect], client: String, contributor: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let file = "\(path)/\(StageFile.defects)"
        var writer = try DefectWriter(path: "\(file).new", client: client, contributor: contributor)
        try writer.write(defects)
        try writer.finish()
        try Durably.rename("\(file).new", to: file)
    }

    func clearUncollected() throws {
        guard let file = uncollectedDefects else { return }
        try FileManager.default.removeItem(atPath: file)
    }
}
