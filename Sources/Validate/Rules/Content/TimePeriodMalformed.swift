internal import MARC
internal import MARC21
public import Update

/// 045 $a that is no code for a period: two pairs of a letter and a digit or hyphen.
///
/// Source: MARC 21 Format for Bibliographic Data, 045.
public struct TimePeriodMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.time-period-malformed", .info, .noted,
        what: """
            The code for a period of time in 045 $a is not made of two pairs: a letter from a to y and a digit or \
            hyphen.
            """,
        why: "Patrons who limit their search to the period that a title is about do not find it.",
        done: "The field is kept as it is.",
        repair: "Enter the code of the first and of the last period, as in w5w9, twice the same for a single one.",
        example: "=045  \\\\$aw5")
    public static let codes = [code]

    var tags: [TagPattern] { ["045"] }
    var subfields: ASCIISet { "a" }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        for subfield in field.subfields("a") where !Self.isPeriod(subfield.value) {
            field.report(
                Self.code, subfield, &log,
                "045 $a is \(subfield.shown), which should be two pairs, as in w5w9; correct it")
        }
    }

    /// `a-` to `d-` before the year 3000 B.C. by millennium, `d7` to `y9` since then by century and decade.
    private static func isPeriod(_ value: ByteView) -> Bool {
        guard value.count == 4 else { return false }
        for index in [0, 2] {
            let (letter, place) = (value[index], value[index + 1])
            guard letter &- UInt8(ascii: "a") < 25 else { return false }
            guard place.isDigit || place == UInt8(ascii: "-") else { return false }
        }
        return true
    }
}
