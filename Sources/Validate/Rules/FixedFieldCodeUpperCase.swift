internal import MARC
internal import MARC21
public import Update

/// A code in upper case whose lower case the format defines.
public struct FixedFieldCodeUpperCase: ElementRule {
    public static let code = DefectCode(
        "validate.fixed-field-code-upper-case", .minor, .noted,
        what: "An element of 006, 007 or 008 holds a code in upper case; MARC 21 defines it in lower case.",
        why: "Programs compare codes letter by letter: searches that limit by the element leave the title out.",
        done: "The field is kept as it is.",
        repair: "Enter the code in lower case.",
        example: #"=008  930517s1993\\\\nyua\\\\\\\\\\001\0\ENG\d"#)
    public static let codes = [code]

    var departure: ElementCase.Departure { .upperCase }

    func judge(_ element: ElementCase, log: inout DefectLog) {
        log.report(
            Self.code, at: element.place, before: element.code,
            "\(element.name) is \(element.codeInWords); write it in lower case, '\(Bytes.display(element.lowerCased))'")
    }
}
