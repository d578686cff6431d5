import Foundation
import MARC
import Pipeline
import TestSupport
import Testing
import Update

/// A code's page shows a record that has the defect; here the record is read, scrubbed and validated as a file would be.
@Suite struct `The example on a code's page` {
    @Test(arguments: DefectCodes.all.filter(\.hasRecordExample).map(\.name))
    func `brings the defect`(name: String) throws {
        let code = try #require(DefectCodes.code(name))
        let found = try Self.defects(SoundRecord.example(code.example), Self.profile(for: code))
        #expect(found[name] != nil, "it brings \(found.keys.sorted()):\n\(code.example)")
    }

    @Test(arguments: [SoundRecord.bibliographic, SoundRecord.holdings, SoundRecord.authority])
    func `departs from a record that has none`(text: String) throws {
        let found = try Self.defects(text, Self.plain)
        #expect(found == [:])
    }

    /// A profile that asks for the repair that the code needs, or for what the code is about.
    private static func profile(for code: DefectCode) -> String {
        let repair = DefectCodes.repair(for: code).map { "repairs: [\($0)]\n" } ?? ""
        return repair + (profiles[code.name] ?? plain)
    }

    /// The codes that depend on what the profile asks for, with a profile that asks for it.
    private static let profiles: [String: String] = [
        "scrub.code-page-byte-unknown": "encoding: windows1251\n\(plain)",
        "scrub.encoding-not-declared": "encoding: marc8\n\(plain)",
        "scrub.field-on-strip-list": "strip: [\"949\"]",
        "validate.call-number-missing": "{call-numbers: [\"050\", \"852$h\"], holdings: {required: false}}",
        "validate.holdings-library-unknown": "{sends-for: [BVA], holdings: {required: false}}",
        "validate.holdings-missing": "holdings: {required: true, tags: [\"852\"]}",
        "validate.level-not-accepted": "levels: {critical: {action: record-rejected, reason: no blank titles}}",
        "validate.required-field-missing": "required-fields: [\"300\"]",
        "validate.standard-number-missing":
            "codes: {validate.standard-number-missing: {severity: minor, reason: we enter them}}\n\(plain)",
        "validate.out-of-scope": "out-of-scope: [\"LDR/06=r\"]",
    ]

    private static let plain = "holdings: {required: false}"

    private static func defects(_ text: String, _ profile: String) throws -> [String: Int] {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("example-\(UUID().uuidString).mrc")
        defer { try? FileManager.default.removeItem(at: file) }
        var bytes: [UInt8] = []
        try Records.record(text).withView { try ISO2709Writer.append($0, to: &bytes) }
        try Data(bytes).write(to: file)
        let profile = try Profile(pinnedAs: "example", text: profile, knownCodes: DefectCodes.names)
        // 2026-11-25, noon in Greenwich.
        let day = Date(timeIntervalSince1970: 1_795_608_000)
        return try FileCheck(file.path, profile: profile, threads: 1, at: day).defects
    }
}
