public import Foundation

/// The collection of real files that tests read where it is at hand. It is no part of the project: a test that needs it
/// says so, `@Test(.enabled(if: Corpus.isPresent, Corpus.skipReason))`.
public enum Corpus {
    /// What `MANIFEST.tsv` says of one file.
    public struct File: Sendable, CustomStringConvertible {
        /// Relative to the collection's folder.
        public let path: String
        /// `iso2709`, `marcxml`, `marcjson` and others, as the manifest writes it.
        public let format: String
        /// The encoding found, as in `UTF-8` or `mixed: UTF-8(unflagged) 10, UTF-8 1`.
        public let encoding: String
        /// Records in the file, as far as they were counted.
        public let records: Int?
        /// What each program counted, as in `yaz; terminators 18; pymarc 18; mrrc 18`.
        public let countedBy: String
        /// What is special about the file, separated by `; `.
        public let special: String

        public var description: String { path }
        public var isCleanStructure: Bool { special.contains("clean structure") }

        public func read() throws -> [UInt8] {
            guard let root = Corpus.root else { throw Corpus.Absent() }
            return Array(try Data(contentsOf: root.appendingPathComponent(path)))
        }
    }

    /// Thrown by a test that asked for a file although the collection is absent.
    public struct Absent: Error {}

    /// `shared/corpus` beside the package, or beside one of the folders that it lies in.
    public static let root: URL? = {
        var folder = URL(fileURLWithPath: #filePath)
        while folder.path != "/" {
            folder.deleteLastPathComponent()
            let candidate = folder.appendingPathComponent("shared/corpus")
            if FileManager.default.fileExists(atPath: candidate.appendingPathComponent("MANIFEST.tsv").path) {
                return candidate
            }
        }
        return nil
    }()

    public static var isPresent: Bool { root != nil }
    public static var isAbsent: Bool { root == nil }

    /// For the report of a skipped test.
    public static let skipReason = "no ../shared/corpus beside the package"

    /// Every file of the manifest in its order; empty where the collection is absent.
    public static let files: [File] = {
        guard let root, let text = try? String(contentsOf: root.appendingPathComponent("MANIFEST.tsv"), encoding: .utf8)
        else { return [] }
        return text.split(separator: "\n").dropFirst().compactMap { file($0) }
    }()

    /// The files of one format.
    public static func files(format: String) -> [File] { files.filter { $0.format == format } }

    /// The file at `path`, relative to the collection's folder.
    public static func file(at path: String) throws -> File {
        guard let file = files.first(where: { $0.path == path }) else { throw Absent() }
        return file
    }

    private static func file(_ line: Substring) -> File? {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard columns.count >= 7 else { return nil }
        return File(
            path: columns[0], format: columns[2], encoding: columns[3], records: Int(columns[4]),
            countedBy: columns[5], special: columns[6])
    }
}
