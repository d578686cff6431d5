import Foundation
import MARC
import Pipeline
import TestSupport
import Testing

@testable import Reports

@Suite struct `The page of checked files` {
    private func page(_ texts: [String], name: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("check-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var bytes: [UInt8] = []
        for text in texts { try Records.record(text).withView { try ISO2709Writer.append($0, to: &bytes) } }
        let file = folder.appendingPathComponent(name)
        try Data(bytes).write(to: file)
        var page = CheckPage(program: "1.2.3")
        try page.add(try FileCheck(file.path, profile: .unknown, threads: 1))
        return try page.html()
    }

    @Test func `says what the file holds and what is wrong with it`() throws {
        let page = try page(
            [SoundRecord.bibliographic, SoundRecord.with(["=245"], in: SoundRecord.bibliographic)], name: "a&b.mrc")
        #expect(page.contains("a&amp;b.mrc</bdi></th><td>iso2709</td><td>utf-8</td><td class=\"number\">2</td>"))
        #expect(page.contains("<article id=\"validate.title-missing\">"))
        #expect(page.contains("Add field 245 with the title in $a and send the record again."))
        #expect(!page.contains("defects.csv"), "no table lies beside this page")
        #expect(!page.contains("{{") && page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</html>\n"))
        #expect(try `The page of a submission`.isBalanced(page))
    }

    @Test func `of a sound file shows no defect`() throws {
        let page = try page([SoundRecord.bibliographic], name: "sound.mrc")
        #expect(page.contains("No stage found a defect."))
    }
}
