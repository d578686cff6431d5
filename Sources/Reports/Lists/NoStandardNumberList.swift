internal import MARC
internal import Update

/// `no-isbn-issn.txt`: a line for each accepted record without ISBN, ISSN and LCCN: control number and title.
enum NoStandardNumberList {
    static let name = "no-isbn-issn.txt"

    static func write(_ records: SubmissionRecords, hiding hidden: PrivateFields, into folder: String) throws
        -> ReportFile
    {
        var file = try OutputFile(path: "\(folder)/\(name)")
        try file.write("control number\ttitle\n".utf8)
        var count = 0
        try records.forEachValidated(where: isListed) { batch in
            for index in batch.marks.indices where isListed(batch.marks[index]) {
                let control = batch.withControlNumber(index) { $0.text }
                let title = hidden.cover("245") ? PrivateFields.mask : batch.withRecord(index) { TitleText.of($0) }
                try file.write("\(TabbedText.cell(control))\t\(TabbedText.cell(title))\n".utf8)
                count += 1
            }
        }
        try file.finish()
        return ReportFile(name: name, what: "\(Numbers.text(count, "record")) without ISBN, ISSN and LCCN")
    }

    private static func isListed(_ mark: Validated.Mark) -> Bool {
        mark.lacksStandardNumber && mark.disposition == .passed && mark.intent == .keep
    }
}

/// A record's title for a list.
enum TitleText {
    /// 245 $a, $b, $n and $p in their order; empty where there is none.
    static func of(_ record: RecordView) -> String {
        guard let field = record.first("245") else { return "" }
        var parts: [String] = []
        for subfield in field.subfields where [0x61, 0x62, 0x6E, 0x70].contains(subfield.code) {
            parts.append(subfield.value.text)
        }
        return parts.joined(separator: " ")
    }
}
