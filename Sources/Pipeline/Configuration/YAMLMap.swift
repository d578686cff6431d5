internal import Yams

/// A mapping of a YAML file, read strictly: every key must be asked for, every value must be what was expected. What is
/// wrong is collected with its line, so that one look shows everything.
final class YAMLMap {
    let file: String
    private let line: Int
    private let column: Int
    private var values: [String: Node] = [:]
    private var keys: [(name: String, line: Int, column: Int)] = []
    private var asked: Set<String> = []
    private let problems: ProblemList

    /// Reads the text of a file whose top is a mapping; an empty map with a problem where it is not.
    convenience init(file: String, text: String, problems: ProblemList) {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                problems.add(file, 0, 0, "the file is empty; expected keys and values")
                self.init(file: file, node: nil, problems: problems)
                return
            }
            self.init(file: file, node: node, problems: problems)
        } catch let error as YamlError {
            problems.add(Self.problem(of: error, in: file))
            self.init(file: file, node: nil, problems: problems)
        } catch {
            problems.add(file, 0, 0, "\(error)")
            self.init(file: file, node: nil, problems: problems)
        }
    }

    private init(file: String, node: Node?, problems: ProblemList) {
        self.file = file
        self.problems = problems
        line = node?.mark?.line ?? 0
        column = node?.mark?.column ?? 0
        guard let node else { return }
        guard let mapping = node.mapping else {
            problems.add(file, line, column, "expected keys and values, found \(Self.kind(node))")
            return
        }
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            let (keyLine, keyColumn) = (key.mark?.line ?? 0, key.mark?.column ?? 0)
            if values[name] != nil {
                problems.add(file, keyLine, keyColumn, "the key '\(name)' stands here a second time")
            }
            values[name] = value
            keys.append((name, keyLine, keyColumn))
        }
    }

    /// The keys in the order of the file.
    var names: [String] { keys.map(\.name) }

    /// Says that nothing more will be asked: a key that was not asked for is unknown.
    func finish() {
        for key in keys where !asked.contains(key.name) {
            let near = NearestName.of(key.name, among: asked).map { "; did you mean '\($0)'?" }
            let known = "; known here: \(asked.sorted().joined(separator: ", "))"
            problems.add(file, key.line, key.column, "unknown key '\(key.name)'\(near ?? known)")
        }
    }

    /// Adds a problem at the value of `key`, or at the map where there is none.
    func problem(at key: String, _ message: String) {
        let mark = values[key]?.mark
        problems.add(file, mark?.line ?? line, mark?.column ?? column, message)
    }

    private func node(_ key: String) -> Node? {
        asked.insert(key)
        return values[key]
    }

    /// A text as it is written; numbers and `no` stay text.
    func string(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        guard let scalar = node.scalar else {
            problem(at: key, "'\(key)' expects a text, found \(Self.kind(node))")
            return nil
        }
        return scalar.string
    }

    /// A text that must be there.
    func requiredString(_ key: String) -> String {
        if let value = string(key), !value.isEmpty { return value }
        if values[key]?.scalar != nil || values[key] == nil { problem(at: key, "the key '\(key)' is missing or empty") }
        return ""
    }

    /// A whole number within `range`.
    func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = string(key) else { return nil }
        guard let value = Int(text), range.contains(value) else {
            problem(
                at: key,
                "'\(key)' expects a whole number from \(range.lowerBound) to \(range.upperBound), found '\(text)'")
            return nil
        }
        return value
    }

    /// A number within `range`, decimals allowed.
    func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
        guard let text = string(key) else { return nil }
        guard let value = Double(text), range.contains(value) else {
            problem(
                at: key, "'\(key)' expects a number from \(range.lowerBound) to \(range.upperBound), found '\(text)'")
            return nil
        }
        return value
    }

    /// `true` or `false`, also `yes` and `no`.
    func flag(_ key: String) -> Bool? {
        guard let text = string(key) else { return nil }
        switch text {
        case "true", "yes": return true
        case "false", "no": return false
        default:
            problem(at: key, "'\(key)' expects true or false, found '\(text)'")
            return nil
        }
    }

    /// One of some words.
    func word<Value>(_ key: String, among words: [(String, Value)]) -> Value? {
        guard let text = string(key) else { return nil }
        if let match = words.first(where: { $0.0 == text }) { return match.1 }
        let near = NearestName.of(text, among: words.map(\.0)).map { "; did you mean '\($0)'?" } ?? ""
        problem(at: key, "'\(key)' expects \(Self.list(words.map(\.0))), found '\(text)'\(near)")
        return nil
    }

    /// A list of texts; one text alone is a list of one.
    func strings(_ key: String) -> [String] {
        guard let node = node(key) else { return [] }
        if let scalar = node.scalar { return [scalar.string] }
        guard let sequence = node.sequence else {
            problem(at: key, "'\(key)' expects a list of texts, found \(Self.kind(node))")
            return []
        }
        return sequence.compactMap { element in
            if let scalar = element.scalar { return scalar.string }
            problems.add(
                file, element.mark?.line ?? 0, element.mark?.column ?? 0, "a text is expected in the list '\(key)'")
            return nil
        }
    }

    /// A list of texts turned into values; `expectation` says what a text must look like.
    func values<Value>(_ key: String, expectation: String, _ make: (String) -> Value?) -> [Value] {
        strings(key).compactMap { text in
            if let value = make(text) { return value }
            problem(at: key, "'\(key)' expects \(expectation), found '\(text)'")
            return nil
        }
    }

    /// Whether `word` stands at `key`, which may also hold something else.
    func isWord(_ word: String, at key: String) -> Bool { node(key)?.scalar?.string == word }

    /// A mapping inside this one.
    func map(_ key: String) -> YAMLMap? {
        guard let node = node(key) else { return nil }
        return YAMLMap(file: file, node: node, problems: problems)
    }

    /// The mappings of a list.
    func maps(_ key: String) -> [YAMLMap] {
        guard let node = node(key) else { return [] }
        guard let sequence = node.sequence else {
            problem(at: key, "'\(key)' expects a list, found \(Self.kind(node))")
            return []
        }
        return sequence.map { YAMLMap(file: file, node: $0, problems: problems) }
    }

    /// Whether the value of `key` is a text, and no mapping or list; asks for nothing.
    func holdsText(_ key: String) -> Bool { values[key]?.scalar != nil }

    private static func list(_ words: [String]) -> String {
        words.count < 2 ? words.joined() : words.dropLast().joined(separator: ", ") + " or " + (words.last ?? "")
    }

    private static func kind(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): "'\(scalar.string)'"
        case .mapping: "keys and values"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    private static func problem(of error: YamlError, in file: String) -> ConfigurationProblem {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return ConfigurationProblem(file: file, line: mark.line, column: mark.column, message: "\(problem) (YAML)")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.joined(separator: "', '")
            let line = context.mark.line
            return ConfigurationProblem(file: file, line: line, message: "the key '\(names)' stands more than once")
        default:
            return ConfigurationProblem(file: file, message: "\(error)")
        }
    }
}

/// Problems as they are found.
final class ProblemList {
    private(set) var problems: [ConfigurationProblem] = []

    func add(_ problem: ConfigurationProblem) { problems.append(problem) }

    func add(_ file: String, _ line: Int, _ column: Int, _ message: String) {
        add(ConfigurationProblem(file: file, line: line, column: column, message: message))
    }

    /// - Throws: all problems, where there are any.
    func check() throws(ConfigurationError) {
        if !problems.isEmpty { throw ConfigurationError(problems) }
    }
}
