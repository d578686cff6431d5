internal import Foundation
internal import Update

/// A folder of files that are made anew together: written beside it, then renamed one by one, so that a reader finds each
/// file whole, the old one or the new one.
struct ReportFolder {
    let path: String

    /// The file that is renamed last: it links to the others.
    private static let page = "index.html"

    /// Makes the folder's files by `body`, which is given a folder to write into; files that it does not make disappear.
    func replace(_ body: (String) throws -> Void) throws {
        let files = FileManager.default
        let part = path + ".part"
        if files.fileExists(atPath: part) { try files.removeItem(atPath: part) }
        try files.createDirectory(atPath: part, withIntermediateDirectories: true)
        try body(part)
        try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        let made = try files.contentsOfDirectory(atPath: part)
        for name in made.sorted(by: { ($0 == Self.page ? 1 : 0, $0) < ($1 == Self.page ? 1 : 0, $1) }) {
            try Durably.rename("\(part)/\(name)", to: "\(path)/\(name)")
        }
        for name in try files.contentsOfDirectory(atPath: path) where !made.contains(name) {
            try files.removeItem(atPath: "\(path)/\(name)")
        }
        try files.removeItem(atPath: part)
        try Durably.syncFolder(of: path)
    }
}
