internal import MARC
internal import MARC21
public import Update

/// A text for display in $i, and an indicator that makes a display build another one.
public struct DisplayTextDisagrees: FieldRule {
    public static let code = DefectCode(
        "validate.display-text-disagrees", .info, .noted,
        what: "The field says in $i how it is to be introduced, and indicator 2 asks for a text of the display's own.",
        why: "Displays show both texts, or the wrong one.",
        done: "The field is kept as it is.",
        repair: "Set indicator 2 of 246 to blank, of 765-777, 786 and 787 to 8.",
        example: "=776  0\\$iPrint version:$tTitle$w(DLC)12345678")
    public static let codes = [code]

    var tags: [TagPattern] {
        ["246", "765", "767", "770", "772", "773", "774", "775", "776", "777", "786", "787"]
    }
    var subfields: ASCIISet { ASCIISet([UInt8(ascii: "i")]) }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let wanted = field.judgedTag == "246" ? UInt8(ascii: " ") : UInt8(ascii: "8")
        let found = field.field.indicator2
        guard found != wanted, field.norm.pointee.indicator2.contains(found) else { return }
        log.report(
            Self.code, at: field.place(indicator: 2), before: field.field.subfield("i"),
            "\(field.name) is introduced by $i, and indicator 2 is \(Words.character(found)) instead of "
                + "\(Words.character(wanted))")
    }
}
