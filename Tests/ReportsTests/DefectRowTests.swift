import Foundation
import MARC
import Testing

@testable import Reports
@testable import Update

@Suite struct `A defect row` {
    static let whole = Defect(
        code: SampleSubmission.titleMissing, severity: .major, action: .noted,
        origin: RecordOrigin(offset: 4112, length: 10, ordinalInFile: 3, ordinal: 9, file: 0), file: "a \"b\".mrc",
        control: "ocm\\1", place: FieldPlace(tag: "245", occurrence: 2, indicator: 1, subfield: 0x61, position: 7),
        before: "x\u{1}\ty", after: "é 𝄞", message: "line\nbreak")

    @Test func `is what was written, and can be written again byte for byte`() throws {
        var line: [UInt8] = []
        DefectLine.append(Self.whole, client: "demo", contributor: "bva", to: &line)
        let row = try #require(line.withUnsafeBufferPointer { DefectRow(line: $0) })
        #expect(
            row.values == [
                "validate.title-missing", "major", "noted", "validate", "demo", "bva", "a \"b\".mrc", "4112", "3",
                "ocm\\1", "245", "2",
                "1", "a", "7", "x\u{1}\ty", "é 𝄞", "line\nbreak",
            ])
        #expect(row.line == line)
        #expect(DefectRow(Self.whole, client: "demo", contributor: "bva") == row)
    }

    @Test(arguments: [
        #"{"code":"a.b","message":"\u00e9\ud834\udd1e\/\n\r\t\b\f"}"#,
        #" { "code" : "a.b" , "other" : -1, "message":"m" } "#,
    ])
    func `takes any JSON that says the same`(_ text: String) {
        var bytes = Array(text.utf8)
        let row = bytes.withUnsafeMutableBufferPointer { DefectRow(line: ByteView($0)) }
        #expect(row?.code == "a.b")
        #expect(["é𝄞/\n\r\t\u{8}\u{C}", "m"].contains(row?.message))
    }

    @Test(arguments: [
        "", "{}", "[]", "{\"code\":\"a\"}", "{\"code\":\"a\",\"message\":\"b\"", "{\"code\":\"a\",\"message\":\"b\"}x",
        "{\"code\":\"a\" \"message\":\"b\"}", "{\"code\":\"a\",\"message\":\"b\\",
        "{\"code\":\"a\",\"message\":\"\\ud834x\"}",
        "{\"code\":\"a\",\"message\":\"\\u12\"}", "{\"code\":\"a\",\"message\":\"b\",\"offset\":99999999999999999999}",
        "{\"code\":\"a\",\"message\":\"b\",\"record\":null}",
    ])
    func `refuses what is no line of the contract`(_ text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { DefectRow(line: $0) } == nil)
    }

    @Test func `reads as a person's line`() {
        var row = DefectRow(Self.whole)
        row.message = "the title is cut"
        #expect(
            DefectText.lines(row) == """
                a "b".mrc: record 3 (001 ocm\\1, byte 4112): 245/07 (no. 2) indicator 1 $a: major validate.title-missing, noted:
                  the title is cut
                  before "x⟨U+0001⟩⟨U+0009⟩y", after "é 𝄞"

                """)
        let plain = DefectRow(Defect(code: SampleSubmission.recordTruncated, message: "send it again"))
        #expect(DefectText.lines(plain) == "critical ingest.record-truncated, record-rejected:\n  send it again\n")
    }
}

@Suite struct `A file of defects` {
    /// In a process of its own, where nothing else takes memory. As rows the lines would be four times the limit;
    /// `REPORTS_LINES=1000000` asks for more.
    @Test func `is read line by line in memory that does not grow with it`() async {
        await #expect(processExitsWith: .success) {
            let lines = ProcessInfo.processInfo.environment["REPORTS_LINES"].flatMap { Int($0) } ?? 20_000
            let path = FileManager.default.temporaryDirectory.appendingPathComponent("defects-\(UUID().uuidString)")
                .path
            try DefectFileOfManyLines.write(100, to: path)
            #expect(try DefectFileOfManyLines.read(path) == 100)
            try DefectFileOfManyLines.write(lines, to: path)
            let before = try DefectFileOfManyLines.residentKiB()
            #expect(try DefectFileOfManyLines.read(path) == lines)
            let grown = try DefectFileOfManyLines.residentKiB() - before
            try FileManager.default.removeItem(atPath: path)
            try FileManager.default.removeItem(atPath: path + ".csv")
            #expect(grown < 6 << 10, "\(grown) KiB for \(lines) lines")
        }
    }

    @Test func `may end without a line end, and may be empty`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("defects-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        for (text, expected) in [
            ("", 0), ("{\"code\":\"a\",\"message\":\"b\"}", 1), ("{\"code\":\"a\",\"message\":\"b\"}\n", 1),
        ] {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path))
            var count = 0
            try DefectFile(path: path).forEach { _ in count += 1 }
            #expect(count == expected)
        }
    }
}

/// The same defect over and over, in a file.
private enum DefectFileOfManyLines {
    static func write(_ lines: Int, to path: String) throws {
        var line: [UInt8] = []
        DefectLine.append(`A defect row`.whole, client: "demo", contributor: "bva", to: &line)
        var file = try OutputFile(path: path)
        for _ in 0..<lines { try file.write(line) }
        try file.finish()
    }

    /// The defects counted on the way into statistics and table.
    static func read(_ path: String) throws -> Int {
        var statistics = DefectStatistics()
        var table = try CSVReport(path: path + ".csv")
        try DefectFile(path: path).forEach { row in
            statistics.add(row)
            try table.add(row)
        }
        try table.finish()
        return statistics.total
    }

    static func residentKiB() throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }
}
