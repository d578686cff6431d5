internal import Foundation
internal import Pipeline
internal import Update

/// `notice.txt`: a mail to the library, short and in plain text, with the headers that a mail program needs.
struct MailNotice {
    /// Codes that are named; the report has all.
    static let codesNamed = 5

    let account: SubmissionAccount
    let statistics: DefectStatistics
    let codes: CodeBook
    /// Where the full report is, relative to the workspace.
    let report: String

    /// The whole text, with a line end at its end.
    var text: String { (headers + [""] + body).joined(separator: "\n") + "\n" }

    private var headers: [String] {
        var headers: [String] = []
        if let contact = account.contact { headers.append("To: \(MailHeader.plain(contact))") }
        return headers + [
            "Subject: \(MailHeader.encoded(subject))", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: 8bit",
        ]
    }

    private var subject: String {
        let books = account.books
        let result: String
        switch account.state {
        case .installed:
            let rejected = books.count(.rejected)
            result =
                "\(Numbers.text(books.collected, "record")) came, "
                + (rejected > 0 ? "\(Numbers.text(rejected)) rejected" : "none rejected")
        default: result = account.state.rawValue
        }
        return "\(account.clientTitle), your records for \(account.period): \(result)"
    }

    private var body: [String] {
        var lines = Paragraph.lines(
            "This is about the records that \(account.contributorName) (\(account.contributor)) sent to "
                + "\(account.clientTitle) for \(account.period).")
        lines += [""] + Paragraph.lines(account.lede) + why
        lines += ["", "WHAT CAME", ""] + arrived
        lines += ["", "WHAT BECAME OF IT", ""] + dispositions
        lines += ["", "PLEASE REPAIR", ""] + repairs
        lines += ["", "THE FULL REPORT", ""]
        lines += Paragraph.lines(
            "All \(Numbers.text(statistics.total, "defect")), what each means and how it is repaired:")
        return lines + ["", "  \(report)"]
    }

    /// The reason, where it is one that concerns the library; why a stage failed concerns the data team.
    private var why: [String] {
        if account.state == .failed {
            return Paragraph.lines("The data team looks into it; nothing need be sent again for that.")
        }
        return account.reasonText.isEmpty ? [] : Paragraph.lines("Why: \(Visible.text(account.reasonText))")
    }

    private var arrived: [String] {
        account.files.map { file in
            let records = account.parts.filter { $0.name == file.name || $0.name.hasPrefix(file.name + "/") }
                .reduce(0) { $0 + $1.records }
            return "  \(Visible.text(file.name)), \(Numbers.size(file.size)), \(Numbers.text(records, "record"))"
        } + ["  as \(account.mode == .full ? "a full load" : "changes")"]
    }

    private var dispositions: [String] {
        let rows = account.books.dispositions.map { (count: Numbers.text($0.count), name: $0.name) }
        let width = rows.map(\.count.count).max() ?? 0
        return rows.map { row in
            "  \(String(repeating: " ", count: width - row.count.count))\(row.count)  \(row.name): \(DispositionWords.meaning(row.name))"
        }
    }

    private var repairs: [String] {
        let found = statistics.toRepair
        guard !found.isEmpty else { return ["Nothing: no defect is worse than worth knowing. Thank you."] }
        var lines: [String] = []
        for (index, code) in found.prefix(Self.codesNamed).enumerated() {
            if index > 0 { lines.append("") }
            lines += repair(code, number: index + 1)
        }
        if found.count > Self.codesNamed {
            lines += [
                "", "and \(Numbers.text(found.count - Self.codesNamed, "more kind")) of defects; see the full report.",
            ]
        }
        return lines
    }

    private func repair(_ code: CodeStatistics, number: Int) -> [String] {
        let page = codes[code.code]
        let extent = code.records > 0 ? Numbers.text(code.records, "record") : Numbers.text(code.defects, "place")
        var lines = Paragraph.lines("\(extent): \(page?.what ?? code.code)", indent: "   ", first: "\(number). ")
        if let repair = page?.repair { lines += Paragraph.lines(repair, indent: "   ") }
        if let example = code.examples.first { lines += Paragraph.lines(self.example(example), indent: "   ") }
        return lines + ["   (\(code.severity.name), \(code.code))"]
    }

    private func example(_ row: DefectRow) -> String {
        let place = [row.file.map(Visible.text), PlaceText.record(row), PlaceText.field(row)].compactMap { $0 }
        return "Example: \(place.joined(separator: ", ")): \(Visible.text(row.message))"
    }
}

/// Text for the head of a mail.
enum MailHeader {
    /// `text` on one line.
    static func plain(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    }

    /// `text` as encoded words where it is not ASCII, each of at most 75 characters.
    ///
    /// Source: RFC 2047, section 2.
    static func encoded(_ text: String) -> String {
        let text = plain(text)
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var words: [String] = []
        var word: [UInt8] = []
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if word.count + bytes.count > 45 {
                words.append(self.word(word))
                word = []
            }
            word += bytes
        }
        words.append(self.word(word))
        return words.joined(separator: "\n ")
    }

    private static func word(_ bytes: [UInt8]) -> String { "=?utf-8?B?\(Data(bytes).base64EncodedString())?=" }
}
