/// Something wrong in a file that people write: where, what was found, what was expected.
public struct ConfigurationProblem: Sendable, Equatable, CustomStringConvertible {
    /// The file, relative to the workspace.
    public var file: String
    /// From 1; 0 where the whole file is meant.
    public var line: Int
    /// From 1; 0 where the whole line is meant.
    public var column: Int
    public var message: String

    public init(file: String, line: Int = 0, column: Int = 0, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.message = message
    }

    /// `profiles/bva.yaml:7:3: unknown key 'encodng'; did you mean 'encoding'?`
    public var description: String {
        let place = line == 0 ? "" : column == 0 ? ":\(line)" : ":\(line):\(column)"
        return "\(file)\(place): \(message)"
    }
}

/// Every problem found in the files that were read; a command ends with exit status 2.
public struct ConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
    public let problems: [ConfigurationProblem]

    public init(_ problems: [ConfigurationProblem]) { self.problems = problems }

    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
