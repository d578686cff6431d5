internal import MARC
internal import MARC21
public import Update

/// An element of 006, 007 or 008 with a code that MARC 21 has withdrawn, or in a place that once held something else.
public struct FixedFieldCodeObsolete: ElementRule {
    public static let code = DefectCode(
        "validate.fixed-field-code-obsolete", .info, .noted,
        what: "An element of 006, 007 or 008 holds a code that MARC 21 once defined there and has withdrawn.",
        why:
            "Programs written since then may not know it. Records from before the change often have it, and it does little harm.",
        done: "The field is kept as it is.",
        repair: "Nothing need be done at once; newer copies of the record have the present code.",
        example: #"=008  930517s1993\\\\nyua\\\u\\\\\\001\0\eng\d"#)
    public static let codes = [code]

    var departure: ElementCase.Departure { .obsolete }

    func judge(_ element: ElementCase, log: inout DefectLog) {
        let meaning = element.element.entry(element.code)?.label ?? ""
        log.report(
            Self.code, at: element.place, before: element.code,
            "\(element.name) has the obsolete code \(element.codeInWords)\(meaning.isEmpty ? "" : ", \(meaning)")")
    }
}
