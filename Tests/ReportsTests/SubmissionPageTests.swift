import Foundation
import MARC
import Testing

@testable import Pipeline
@testable import Reports
@testable import Update

@Suite struct `The page of a submission` {
    private func page(_ change: (SampleSubmission) throws -> Void = { _ in }) throws -> String {
        let sample = try SampleSubmission()
        try change(sample)
        try sample.write()
        try SubmissionReports.write(sample.folder, in: sample.workspace(), codes: SampleSubmission.codes)
        return try sample.report("index.html")
    }

    @Test func `is one document without anything from elsewhere`() throws {
        let page = try page()
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">") && page.hasSuffix("</html>\n"))
        for word in ["<script", "http:", "https:", "url(", "@import", "<img", "<link"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(!page.contains("{{"), "a tag of the template was left")
        #expect(try Self.isBalanced(page))
    }

    @Test func `says what came, what became of it and what to repair`() throws {
        let page = try page { $0.gate = `The reports of a submission`.closedGate }
        #expect(page.contains("<h1>Submission 2026-W47 <span class=\"badge major\">held</span></h1>"))
        #expect(
            page.contains(
                ">bva.mrc</bdi></th><td>iso2709</td><td class=\"number\">83 bytes</td><td class=\"number\">6</td>"))
        #expect(page.contains("<b>3</b> held <span class=\"soft\">(50 %; ready, waiting for a decision)</span>"))
        #expect(page.contains("<b>2</b> rejected <span class=\"soft\">(33 %;"))
        #expect(page.contains("The books balance"))
        #expect(
            page.contains(
                "<tr><th scope=\"row\">validate</th><td class=\"number\">6</td><td class=\"number\">3</td>"
                    + "<td class=\"number\">1</td><td class=\"number\">2</td><td class=\"number\">–</td><td class=\"number\">1</td>"
            ))
        #expect(
            page.contains(
                "2 of 6 records were rejected (33.3 %); the limit is 10 % and more than 1</bdi></td>"
                    + "<td class=\"soft\">–</td><td><span class=\"badge major\">held</span></td>"))
        #expect(page.contains("Add field 245 with the title in $a and send the record again."))
    }

    @Test func `shows what a gate compared with, and what moved`() throws {
        let page = try page { sample in
            var gate = `The reports of a submission`.closedGate
            gate.measures[0].history = GateVerdict.History([("2026-W46", 98.25), ("2026-W45", 97)])
            gate.measures[0].details = ["856 stands in 40 %", "650 stands in 3 %"]
            sample.gate = gate
        }
        #expect(
            page.contains(
                "<details><summary>what moved</summary><ul><li><bdi>856 stands in 40 %</bdi></li>"
                    + "<li><bdi>650 stands in 3 %</bdi></li></ul></details></td>"
                    + "<td class=\"soft\">2026-W46 98.3, 2026-W45 97</td>"))
    }

    @Test func `marks what a repair changed`() throws {
        #expect(
            try page().contains(
                """
                <dt>before</dt><dd class="mono"><bdi>The <del> </del>first title</bdi></dd>
                <dt>after</dt><dd class="mono"><bdi>The first title</bdi></dd>
                """))
    }

    @Test func `lets nothing from a record act, whatever it is joined with`() throws {
        let attack = "<script>alert(1)</script>\u{600}<img src=x onerror=alert(1)>\"\u{301} onmouseover='x'\u{202E}"
        let page = try page { sample in
            sample.entry.name = "\(attack).mrc"
            sample.defects[.validate] = [
                sample.defect(
                    SampleSubmission.titleMissing, 0, FieldPlace(tag: "245"), attack, attack + "!", message: attack)
            ]
        }
        #expect(
            page.contains(
                "&lt;script&gt;alert(1)&lt;/script&gt;⟨U+0600⟩&lt;img src=x onerror=alert(1)&gt;&quot;\u{301} onmouseover=&#39;x&#39;⟨U+202E⟩"
            ))
        let inside = try #require(page.range(of: "<main>").map { page[$0.upperBound...] })
        for wrong in ["<script", "<img", "onmouseover='"] {
            #expect(!inside.unicodeScalars.contains(wrong), "\(wrong)")
        }
        #expect(try Self.isBalanced(page))
    }

    @Test func `shows nothing of a private field`() throws {
        let page = try page { sample in
            sample.defects[.scrub]?.append(
                sample.defect(
                    SampleSubmission.blankDoubled, 4, FieldPlace(tag: "541", subfield: 0x61), nil, nil,
                    message: "Mrs  Secret gave it"))
        }
        #expect(page.contains("<dd class=\"mono\"><bdi>•••</bdi></dd>") && !page.contains("Secret"))
    }

    @Test func `says how many examples are shown of how many`() throws {
        let page = try page { sample in
            sample.defects[.validate] = (0..<1234).map { _ in sample.defect(SampleSubmission.titleMissing, 3) }
        }
        #expect(page.contains("1,234 defects in 1 record"))
        #expect(page.contains("Shown are the first 5 of 1,234; defects.csv has all."))
    }

    @Test func `of a clean submission says so`() throws {
        let page = try page { sample in
            sample.defects = [:]
            for index in sample.records.indices {
                (sample.records[index].ingest, sample.records[index].end) = (.passed, .passed)
            }
        }
        #expect(
            page.contains("Nothing: no defect is worse than worth knowing.")
                && page.contains("No stage found a defect."))
        #expect(try Self.isBalanced(page))
    }

    /// Whether every element that must be closed is, in its place.
    static func isBalanced(_ page: String) throws -> Bool {
        let empty: Set<Substring> = ["meta", "br", "link", "img", "!DOCTYPE"]
        var open: [Substring] = []
        for match in page.matches(
            of: try Regex("<(/?)([A-Za-z0-9!]+)[^>]*>", as: (Substring, Substring, Substring).self))
        {
            let (_, slash, name) = match.output
            if empty.contains(name) { continue }
            if slash.isEmpty { open.append(name) } else if open.popLast() != name { return false }
        }
        return open.isEmpty
    }
}

extension Substring.UnicodeScalarView {
    /// Whether the scalars of `text` stand here, whatever grapheme they belong to.
    fileprivate func contains(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        var rest = self[...]
        while !rest.isEmpty {
            if rest.starts(with: wanted) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
