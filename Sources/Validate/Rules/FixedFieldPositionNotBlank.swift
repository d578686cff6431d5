internal import MARC
internal import MARC21
public import Update

/// A position of 006, 007 or 008 that MARC 21 leaves undefined, and that holds something.
public struct FixedFieldPositionNotBlank: ElementRule {
    public static let code = DefectCode(
        "validate.fixed-field-position-not-blank", .info, .noted,
        what:
            "A position of 006, 007 or 008 that MARC 21 leaves undefined holds neither a blank nor the fill character.",
        why: "It means nothing and is ignored. Several of them tell that the characters of the field have moved.",
        done: "The field is kept as it is.",
        repair: "Set the position to blank; look whether characters before it were lost or added.",
        example: #"=008  930517s1993\\\\nyua\\\\\\\\\\001x0\eng\d"#)
    public static let codes = [code]

    var departure: ElementCase.Departure { .undefinedPosition }

    func judge(_ element: ElementCase, log: inout DefectLog) {
        log.report(
            Self.code, at: element.place, before: element.code,
            "\(element.name) is \(element.codeInWords); the position is undefined and should be blank")
    }
}
