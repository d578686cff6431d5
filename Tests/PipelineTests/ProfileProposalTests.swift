import Foundation
import MARC
import Scrub
import TestSupport
import Testing

@testable import Pipeline

@Suite struct `A proposed profile` {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("learn-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    private func file(_ texts: [String], _ name: String = "books.mrc") throws -> String {
        var bytes: [UInt8] = []
        for text in texts { try Records.record(text).withView { try ISO2709Writer.append($0, to: &bytes) } }
        let url = folder.appendingPathComponent(name)
        try Data(bytes).write(to: url)
        return url.path
    }

    private func book(_ number: Int, _ more: String = "") -> String {
        """
        =LDR  00000cam  2200000 a 4500
        =001  ocm0000\(number)
        =008  930517s1993\\\\\\\\nyua\\\\\\\\\\\\\\\\\\\\001\\0\\eng\\d
        =050  \\4$aPS1\(number)$b.A1
        =245  00$aCaf{xE2}e number \(number).
        =852  8\\$aBVA$bMAIN$h813 \(number)
        """ + more
    }

    private func lines(_ texts: [String]) throws -> [String] {
        let proposal = try ProfileProposal(files: [try file(texts)], threads: 1)
        return proposal.text.split(separator: "\n").map(String.init)
    }

    @Test func `says for each key what was found, and is a profile that lint takes`() throws {
        let texts = (100..<140).map { book($0, $0 % 2 == 0 ? "\n=035  \\\\$a(OCoLC)\($0)\n=949  \\\\$a1$bx$iy" : "") }
        #expect(
            try lines(texts) == [
                "# Proposed from books.mrc: 40 bibliographic records.",
                "# Above each key stands what was found; correct what the library knows better.",
                "description: >-", "  Proposed by holdfast profile learn; not looked at by a person yet.",
                "# iso2709 in 1 of 1 files", "format: iso2709",
                "# records with characters beyond ASCII, by how they read: 40 marc8", "encoding: marc8",
                "# 001 stands in 100 % of the records; 0 records have a number that an earlier one had",
                "# its forms: ocm# 40", "control-number: \"001\"", "control-number-forms: [\"ocm#\"]",
                "# OCLC numbers: 001 with a prefix 100 %, 035$a with (OCoLC) 50 %; found there without a key",
                "# 852 stands in 100 % of the records, and in 0 holdings records",
                "# 949 looks like item data (50 %): $a 50 %, $b 50 %, $i 50 %", "holdings:", "  required: true",
                "  tags: [\"852\"]", "# libraries in 852 $a: BVA 40", "sends-for: [\"BVA\"]",
                "# call numbers: 852$h 100 %, 050 100 %", "call-numbers: [\"852$h\", \"050\"]",
                "# fields of the library's own, or undefined: 949 50 %", "local-fields: [\"9XX\", \"X9X\", \"XX9\"]",
                "# acquisition, provenance and action notes: 541 0 %, 561 0 %, 583 0 %",
                "private: [\"541\", \"561\", \"583\"]", "# LDR/06: a 100 %", "# LDR/07: m 100 %", "# LDR/17: # 100 %",
                "# 008/39: d 100 %", "# 008/35-37: eng 100 %",
            ])
        let proposal = try ProfileProposal(files: [try file(texts)], threads: 2)
        let profile = try Profile(pinnedAs: "proposed", text: proposal.text, knownCodes: DefectCodes.names)
        #expect(profile.sendsFor == ["BVA"] && profile.encoding == .marc8)
    }

    @Test func `looks for item data and numbers in the library's own fields`() throws {
        let texts = (100..<125).map { number in
            "=LDR  00000cam a2200000 a 4500\n=008  930517s1993\\\\\\\\nyua\\\\\\\\\\\\\\\\\\\\001\\0\\eng\\d\n=245  00$aTitle.\n"
                + "=907  \\\\$ab\(number)\n=945  \\\\$aQA1$i3\(number)$lmain"
        }
        let found = try lines(texts)
        #expect(
            found.contains("# look whether one of these identifies a record: 907$a, 945$a, 945$i, 945$l"))
        #expect(found.contains("  tags: [\"945\"]"))
        #expect(found.contains("# not clear enough: each record's own evidence decides"))
    }

    @Test func `is not made of nothing`() throws {
        #expect(throws: RunRefusal.self) { try ProfileProposal(files: [try file([])], threads: 1) }
    }

    @Test func `is not broken by what a record holds`() throws {
        let texts = [book(100, "\n=852  8\\$aX\"]: \\ {x0D}no: {x0A}yes: # $bM")]
        let proposal = try ProfileProposal(files: [try file(texts)], threads: 1)
        _ = try Profile(pinnedAs: "proposed", text: proposal.text, knownCodes: DefectCodes.names)
    }

    @Test(arguments: ["plain-marc21", "union-catalogue-marc8", "oclc-derived"])
    func `stands beside ready ones, which lint takes too`(name: String) throws {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = package.appendingPathComponent("Pipelines/profiles/\(name).yaml")
        _ = try Profile(file: file.path)
    }
}
