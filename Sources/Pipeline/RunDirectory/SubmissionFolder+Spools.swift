internal import Foundation
internal import Update

/// The files and spools of a submission: what stages read and retention removes. Summaries, defects and the report stay.
extension SubmissionFolder {
    /// True where what the stages read was removed: the submission can be looked at, and not run again.
    public func isSpent() throws -> Bool {
        guard let ingest = try current(.ingest) else { return false }
        return !FileManager.default.fileExists(atPath: ingest.file(StageFile.places))
    }

    /// The paths of everything that stages read, of all attempts, whether they count or not.
    private func spools() -> [String] {
        let manager = FileManager.default
        return StageName.allCases.flatMap { name -> [String] in
            let attempts = (try? manager.contentsOfDirectory(atPath: stage(name))) ?? []
            return attempts.sorted().flatMap { attempt in
                [StageFile.places, StageFile.records, StageFile.verdicts, StageFile.pinned].map {
                    "\(stage(name))/\(attempt)/\($0)"
                }
            }
        }.filter { manager.fileExists(atPath: $0) }
    }

    /// Bytes of files and spools.
    func spoolBytes() -> Int { spools().reduce(0) { $0 + Self.bytes(at: $1) } }

    /// Removes files and spools.
    func removeSpools() throws { for path in spools() { try FileManager.default.removeItem(atPath: path) } }

    /// The bytes of a file, or of all files of a folder; 0 where there is nothing.
    static func bytes(at path: String) -> Int {
        let manager = FileManager.default
        func size(_ path: String) -> Int {
            (try? InputFile(path: path).size) ?? 0
        }
        guard let names = try? manager.subpathsOfDirectory(atPath: path) else { return size(path) }
        return names.reduce(0) { $0 + size("\(path)/\($1)") }
    }
}
