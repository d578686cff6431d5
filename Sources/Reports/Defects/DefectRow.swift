public import Update

/// One line of `defects.jsonl` as reports read it: the contract's keys as text and numbers, nil where absent.
public struct DefectRow: Sendable, Equatable, Encodable {
    public var code = ""
    public var severity = ""
    public var action = ""
    public var stage = ""
    public var client: String?
    public var contributor: String?
    public var file: String?
    /// Bytes from the start of the file.
    public var offset: Int?
    /// The ordinal of the record in its file, from 1.
    public var record: Int?
    public var control: String?
    public var tag: String?
    public var occurrence: Int?
    public var indicator: Int?
    public var subfield: String?
    public var position: Int?
    public var before: String?
    public var after: String?
    public var message = ""

    public init() {}

    /// The row of a defect that was not written to a file.
    public init(_ defect: Defect, client: String? = nil, contributor: String? = nil) {
        var line: [UInt8] = []
        DefectLine.append(defect, client: client, contributor: contributor, to: &line)
        self = line.withUnsafeBufferPointer { DefectRow(line: $0) } ?? DefectRow()
    }

    /// The words of the severity, as a value; `info` for a word that is none.
    public var severityValue: Severity { Severity(name: severity) ?? .info }
}

extension DefectRow {
    /// The contract's keys, in its order: the columns of `defects.csv`.
    public static let columns = [
        "code", "severity", "action", "stage", "client", "contributor", "file", "offset", "record", "control", "tag",
        "occurrence", "indicator", "subfield", "position", "before", "after", "message",
    ]

    /// The values in the order of ``columns``; empty where absent.
    public var values: [String] {
        [
            code, severity, action, stage, client ?? "", contributor ?? "", file ?? "", offset.map(String.init) ?? "",
            record.map(String.init) ?? "", control ?? "", tag ?? "", occurrence.map(String.init) ?? "",
            indicator.map(String.init) ?? "", subfield ?? "", position.map(String.init) ?? "", before ?? "",
            after ?? "",
            message,
        ]
    }

    /// The row as a line of `defects.jsonl`, with its line end.
    public var line: [UInt8] {
        var object = JSONObjectWriter()
        object.add("code", code)
        object.add("severity", severity)
        object.add("action", action)
        object.add("stage", stage)
        object.add("client", client)
        object.add("contributor", contributor)
        object.add("file", file)
        object.add("offset", offset)
        object.add("record", record)
        object.add("control", control)
        object.add("tag", tag)
        object.add("occurrence", occurrence)
        object.add("indicator", indicator)
        object.add("subfield", subfield)
        object.add("position", position)
        object.add("before", before)
        object.add("after", after)
        object.add("message", message)
        return object.finish() + [0x0A]
    }
}
