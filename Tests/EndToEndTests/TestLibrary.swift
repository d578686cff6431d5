import Foundation

/// The sample with one more library, `tst`, which sends small files of records t1, t2 and so on; no gate holds what it sends
/// but those that are named.
struct TestLibrary {
    let workspace: SampleWorkspace

    /// - Parameter gates: limits by gate, as in `["deletes": "{ percent: 10, at-least: 3 }"]`.
    init(_ store: SampleStore, gates: [String: String] = [:]) throws {
        workspace = try SampleWorkspace(store)
        try workspace.edit("clients/coast.yaml", "contributors:\n", "contributors:\n  tst: { profile: test }\n")
        let limits = [
            "rejects", "deletes", "delete-share", "absent", "one-code", "encoding", "numbers", "volume", "drift",
        ].map { "\($0): \(gates[$0] ?? "off")" }.joined(separator: ", ")
        try "format: any\nholdings: { required: false }\ngates: { \(limits) }\n".write(
            toFile: "\(workspace.path)/profiles/test.yaml", atomically: true, encoding: .utf8)
    }

    /// Puts a file into the library's drop folder.
    func deliver(_ name: String, _ records: [String]) throws {
        let inbox = "\(workspace.path)/inbox/coast/tst"
        try FileManager.default.createDirectory(atPath: inbox, withIntermediateDirectories: true)
        try records.joined(separator: "\n\n").write(toFile: "\(inbox)/\(name).mrk", atomically: true, encoding: .utf8)
    }

    /// Delivers the records, where there are any, and runs the update.
    func run(_ pipeline: String, _ period: String, _ records: [String] = []) throws -> Program.Outcome {
        if !records.isEmpty { try deliver(period, records) }
        return try workspace.call("run", pipeline, "--period", period, "--contributor", "tst")
    }

    /// The numbers of the library's bibliographic records, with their editions.
    func editions() throws -> [Int: Int] {
        let export = try workspace.call("export", "coast", "--contributor", "tst", "--to", "mrk").output
        return Dictionary(
            export.matches(of: /Title (\d+), edition (\d+)/).compactMap { match in
                Int(match.1).flatMap { number in Int(match.2).map { (number, $0) } }
            }, uniquingKeysWith: { $1 })
    }

    func numbers() throws -> Set<Int> { Set(try editions().keys) }

    /// How a submission stands, as `status` says it.
    func state(_ period: String) throws -> String {
        let line = try workspace.call("status", "coast/\(period)").output.split(separator: "\n").first {
            $0.hasPrefix("  tst  changes  ") || $0.hasPrefix("  tst  full  ")
        }
        return line.map { String($0.drop { $0 == " " }.dropFirst(5)) } ?? ""
    }

    /// A bibliographic record.
    static func title(_ number: Int, edition: Int = 1, holding: Bool = true, link: Bool = false) -> String {
        var lines = [
            "=LDR  00000nam a2200000 a 4500", "=001  t\(number)", #"=008  200117s2019\\\\bcc\\\\\\\\\\\000\1\eng\d"#,
            "=245  10$aTitle \(number), edition \(edition).",
        ]
        if holding { lines.append(#"=852  8\$bMAIN$h\#(number)"#) }
        if link { lines.append("=856  40$uhttps://library.example/\(number)") }
        return lines.joined(separator: "\n")
    }

    /// The delete of a bibliographic record.
    static func delete(_ number: Int) -> String { "=LDR  00000dam a2200000 a 4500\n=001  t\(number)" }

    /// A holdings record of a title.
    static func holdings(of number: Int, isDeleted: Bool = false) -> String {
        [
            "=LDR  00000\(isDeleted ? "d" : "n")x  a2200000zn 4500", "=001  h\(number)", "=004  t\(number)",
            #"=008  2001170p\\\\8\\\4001uueng0200117"#, #"=852  8\$bMAIN$h\#(number)"#,
        ].joined(separator: "\n")
    }
}
