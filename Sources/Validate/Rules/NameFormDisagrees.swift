internal import MARC
internal import MARC21
public import Update

/// A personal name that its indicator calls a forename, and that has a surname, a comma and forenames.
public struct NameFormDisagrees: FieldRule {
    public static let code = DefectCode(
        "validate.name-form-disagrees", .info, .noted,
        what: "Indicator 1 of a personal name says that it begins with a forename, and a comma divides it.",
        why: "Lists of names file and show it in the wrong way, apart from the same name under its right indicator.",
        done: "The indicator is kept as it is.",
        repair: "Set indicator 1 to 1 for a name entered under its surname.",
        example: "=100  0\\$aAuthor, Anna")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .authority] }
    var tags: [TagPattern] { ["100", "400", "500", "600", "700", "800"] }
    var subfields: ASCIISet { ASCIISet([UInt8(ascii: "a")]) }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        guard field.field.indicator1 == UInt8(ascii: "0"), field.record.kind == .authority || !Self.isNote(field),
            let name = field.field.subfield("a"), Self.isDivided(name)
        else { return }
        log.report(
            Self.code, at: field.place(indicator: 1), before: name,
            "\(field.name) has 0, forename, as indicator 1, and its name \(Bytes.display(name)) is divided by a comma; set it "
                + "to 1 for a surname")
    }

    /// In bibliographic records 500 is a note.
    private static func isNote(_ field: FieldCase) -> Bool { field.judgedTag == "500" || field.judgedTag == "400" }

    /// One word, then a comma, a blank and a capital: `Author, Anna`, and not `Elizabeth II, Queen` in one subfield.
    private static func isDivided(_ name: ByteView) -> Bool {
        guard let comma = name.firstIndex(of: UInt8(ascii: ",")), comma > 0, comma + 2 < name.count,
            name[comma + 1] == 0x20
        else { return false }
        let first = name[comma + 2]
        return !name[..<comma].contains(0x20) && (first &- 0x41 < 26 || first >= 0xC3)
    }
}
