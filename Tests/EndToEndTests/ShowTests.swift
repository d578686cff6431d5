import Foundation
import Testing

/// `show`: a record, or any bytes of a file, as people look for what is wrong.
@Suite struct `Showing a file` {
    private let file = "\(Program.package)/SampleData/deliveries/2026-W45/hbp/changes.mrc"

    @Test func `prints bytes in hexadecimal with their places`() throws {
        let shown = try Program.run("show", file, "--hex", "--offset", "0", "--length", "20")
        let head = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)).prefix(20))
        let digits = head.map { String($0, radix: 16).count < 2 ? "0" + String($0, radix: 16) : String($0, radix: 16) }
        #expect(
            shown.output == """
                --- 20 bytes of \(file): byte 0, 20 bytes
                0000000000  \(digits[..<16].joined(separator: " "))  \(String(decoding: head[..<16], as: UTF8.self))
                0000000016  \(digits[16...].joined(separator: " "))                                      \(String(decoding: head[16...], as: UTF8.self))


                """)
    }

    @Test func `finds the record, or the unreadable piece, at a byte`() throws {
        let all = try Program.run("show", file).output
        let third = try #require(all.components(separatedBy: "--- record 3 of ").dropFirst().first)
        let place = try #require(third.firstRange(of: "byte ")).upperBound
        let offset = third[place...].prefix { $0 != "," }
        let inside = "\((Int(offset) ?? 0) + 30)"
        #expect(
            try Program.run("show", file, "--offset", inside).output.hasPrefix(
                "--- record 3 of \(file): byte \(offset), "))
        let hex = try Program.run("show", file, "--offset", inside, "--hex").output
        #expect(hex.hasPrefix("--- record 3 of \(file): byte \(offset), "))
        let garbage = try #require(
            try Data(contentsOf: URL(fileURLWithPath: file)).firstRange(of: Data("ERROR 500".utf8)))
        let piece = try Program.run("show", file, "--offset", "\(garbage.lowerBound + 2)")
        #expect(piece.output.hasPrefix("--- outside the records of \(file): byte "), "\(piece.output)")
        #expect(piece.output.contains("ERROR 500") && piece.output.contains("\n  ! critical ingest.unreadable-bytes, "))
        let bytes = try Program.run("show", file, "--offset", "\(garbage.lowerBound + 2)", "--hex")
        #expect(bytes.output.contains("45 52 52 4f 52 20 35 30 30"), "\(bytes.output)")
    }

    @Test func `tells what is wrong with the file as a whole, with its name`() throws {
        let delivery = "\(Program.package)/SampleData/deliveries/2026-10/ksd"
        let shown = try Program.run("show", "\(delivery)/error.html").output
        #expect(shown.hasPrefix("--- \(delivery)/error.html\n  ! major ingest.format-unknown, submission-held: "))
        let answer = try Program.run("show", "\(delivery)/answer.xml").output
        #expect(answer.contains("\n  ! major ingest.oai-error, submission-held: at byte "), "\(answer)")
        let cut = try Program.run("show", "\(delivery)/cut.mrc").output
        #expect(cut.contains("--- \(delivery)/cut.mrc\n  ! critical ingest.file-truncated, "), "\(cut)")
    }

    @Test func `refuses what is not there`() throws {
        #expect(try Program.run("show", file, "--record", "100000").status == 2)
        #expect(try Program.run("show", file, "--length", "5").status == 2)
    }
}
