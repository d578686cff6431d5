internal import Foundation
public import Update

/// What was delivered and how it is to be taken: `submission.json`. Written when ingest has pinned the files.
public struct PinnedSubmission: Sendable, Codable, Equatable {
    /// One file as it was delivered.
    public struct File: Sendable, Codable, Equatable {
        public var name: String
        /// Bytes.
        public var size: Int
        /// 64 hexadecimal digits.
        public var sha256: String

        public init(name: String, size: Int, sha256: String) {
            self.name = name
            self.size = size
            self.sha256 = sha256
        }
    }

    public var client: String
    public var contributor: String
    public var period: String
    public var pipeline: String
    public var mode: Mode
    public var files: [File]
    /// The profile's name.
    public var profile: String
    /// The profile's text as it was.
    public var profileText: String
    /// The program's version.
    public var program: String

    static let fileName = "submission.json"
}

extension SubmissionFolder {
    /// What was delivered; nil before ingest has pinned it.
    public func facts() throws -> PinnedSubmission? {
        guard let data = FileManager.default.contents(atPath: "\(path)/\(PinnedSubmission.fileName)") else {
            return nil
        }
        return try JSONDecoder().decode(PinnedSubmission.self, from: data)
    }

    func write(_ facts: PinnedSubmission) throws {
        try Durably.replace("\(path)/\(PinnedSubmission.fileName)", with: try JSONText.bytes(facts))
    }
}
