internal import Foundation

/// The YAML files of a workspace, by folder.
struct ConfigurationFiles {
    let folder: String
    let problems: ProblemList

    /// The text of a file; nil, with a problem, where it cannot be read as UTF-8.
    func text(_ file: String) -> String? {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else {
            problems.add(file, 0, 0, "the file cannot be read")
            return nil
        }
        guard let text = String(data: data, encoding: .utf8) else {
            problems.add(file, 0, 0, "the file is not UTF-8")
            return nil
        }
        return text
    }

    /// Whether anything but comments and blank lines stands there.
    func hasContent(_ text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).contains { line in
            guard let first = line.first(where: { !$0.isWhitespace }) else { return false }
            return first != "#"
        }
    }

    /// Reads each `NAME.yaml` of a folder, in the order of the names.
    func read<Value>(_ subfolder: String, _ make: (_ name: String, _ file: String, _ text: String) -> Value) -> [String:
        Value]
    {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(subfolder)")) ?? []
        var values: [String: Value] = [:]
        for name in names.sorted() where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
            guard let text = text("\(subfolder)/\(name)") else { continue }
            let plain = String(name.dropLast(".yaml".count))
            values[plain] = make(plain, "\(subfolder)/\(name)", text)
        }
        if values.isEmpty { problems.add(subfolder, 0, 0, "there is no file \(subfolder)/NAME.yaml") }
        return values
    }

    /// The first line of `file` that holds `text`; 0 where none does.
    func line(of text: String, in file: String) -> Int {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(file)") else { return 0 }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        return (lines.firstIndex { $0.contains(text) } ?? -1) + 1
    }
}
