import Foundation
import MARC
import Pipeline
import TestSupport
import Testing
import Update

@Suite struct `Conversion to another format` {
    /// A record with a note of 10,000 letters, between two that any format holds.
    private static let records = [
        SoundRecord.bibliographic,
        SoundRecord.with(
            ["=001  long", "=520  \\\\$a" + String(repeating: "x", count: 10_000)], in: SoundRecord.bibliographic),
        SoundRecord.with(["=001  last"], in: SoundRecord.bibliographic),
    ]

    private static func convert(to target: Conversion.Target) throws -> (Conversion.Outcome, [String]) {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("long-\(UUID().uuidString).xml")
        defer { try? FileManager.default.removeItem(at: file) }
        var bytes: [UInt8] = []
        MARCXMLWriter.appendHead(to: &bytes)
        for text in records { Records.record(text).withView { _ = MARCXMLWriter.append($0, to: &bytes) } }
        MARCXMLWriter.appendFoot(to: &bytes)
        try Data(bytes).write(to: file)
        let profile = try Profile(pinnedAs: "test", text: "format: any", knownCodes: DefectCodes.names)
        var defects: [String] = []
        let outcome = try Conversion.run(
            file.path, to: target, profile: profile, threads: 1, write: { _ in },
            report: { defects += $0.map { "\($0.control ?? "") \($0.code.name): \($0.message)" } })
        return (outcome, defects)
    }

    @Test func `leaves out what ISO 2709 cannot hold, and says so`() throws {
        let (outcome, defects) = try Self.convert(to: .iso2709)
        #expect((outcome.records, outcome.written) == (3, 2))
        #expect(
            defects == [
                "long scrub.record-too-long-for-format: the record does not fit into ISO 2709; convert to MARCXML instead, "
                    + "which has no limit of length"
            ])
    }

    @Test(arguments: [Conversion.Target.marcxml, .marcjson, .mrk])
    func `has no limit of length in the other formats`(target: Conversion.Target) throws {
        let (outcome, defects) = try Self.convert(to: target)
        #expect((outcome.records, outcome.written) == (3, 3))
        #expect(defects == [])
    }
}
