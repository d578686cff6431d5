internal import MARC
internal import Update

/// A line of a text format that is no field.
enum LineMalformed: FaultRule {
    static let code = DefectCode(
        "ingest.line-malformed", .minor, .repaired,
        what: "A line of a record in MARCMaker's form or in Aleph sequential does not start as a field does.",
        why: "Most often a field was broken over two lines; other programs lose its second half.",
        done: "The line was put behind the field before it, after a blank.",
        repair: "Write each field in one line: =TAG and two blanks, or a system number, a tag and L.",
        example: "The line \"=520  \\\\$aA history of the\" is followed by the line \"lighthouse.\"")

    static func message(_ fault: ReadFault, length: Int) -> String {
        "the line \(fault.quoted) at byte \(fault.offset) of the record is no field, \(fault.expected) were expected; it was put "
            + "behind field\(fault.ofTag): write each field in one line"
    }
}
