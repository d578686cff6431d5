internal import MARC

/// A defect as one line of `defects.jsonl`, the contract that other tools read.
///
/// Keys in this order, absent where they do not apply: `code severity action stage client contributor file offset record
/// control tag occurrence indicator subfield position before after message`.
public enum DefectLine {
    /// Appends the line with its line end.
    public static func append(_ defect: Defect, client: String?, contributor: String?, to output: inout [UInt8]) {
        var object = JSONObjectWriter(output: output)
        output = []
        defect.code.withName { object.add("code", plain: $0) }
        object.add("severity", defect.severity.name)
        object.add("action", defect.action.name)
        defect.code.withStageName { object.add("stage", plain: $0) }
        object.add("client", client)
        object.add("contributor", contributor)
        object.add("file", defect.file)
        object.add("offset", defect.origin.map { Int($0.offset) })
        object.add("record", defect.origin.flatMap { $0.ordinalInFile == 0 ? nil : Int($0.ordinalInFile) })
        object.add("control", defect.control)
        object.add("tag", defect.place.tag?.description)
        object.add("occurrence", defect.place.occurrence)
        object.add("indicator", defect.place.indicator)
        object.add("subfield", defect.place.subfield.map { Bytes.display([$0]) })
        object.add("position", defect.place.position)
        object.add("before", defect.before)
        object.add("after", defect.after)
        object.add("message", defect.message)
        output = object.finish()
        output.append(0x0A)
    }
}
