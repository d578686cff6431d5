internal import MARC
internal import MARC21
public import Update

/// A form of item in 008 that the carrier, the extent or the medium contradicts. A record for several forms, which
/// has several carriers, is let be.
///
/// Source: MARC 21 Format for Bibliographic Data, 008/23 and 008/29, "Form of item"; 338.
public struct FormOfItemDisagrees: RecordRule {
    public static let code = DefectCode(
        "validate.form-of-item-disagrees", .minor, .noted,
        what: """
            The form of item in 008 is not that of the carrier in 338, of the extent in 300 or of the medium in 245 \
            $h.
            """,
        why: "Patrons who limit their search to what is online, or to printed books, get the wrong titles.",
        done: "The record is installed as it is.",
        repair: "Set the form of item to o for online, a to c for microforms, blank for print.",
        example: "=338  \\\\$aonline resource$bcr$2rdacarrier")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard let fixed = record.fixedField, let place = FormOfItem.place(record), fixed.value.count > place,
            let found = FormOfItem(record)
        else { return }
        let coded = fixed.value[place].isBlankOrSign ? 0x20 : fixed.value[place]
        // What is no code at all is reported elsewhere.
        guard FormOfItem.codes.contains(coded), !found.codes.contains(coded) else { return }
        // Computer files say by their type that they are electronic.
        if record.view.leader.type == UInt8(ascii: "m"), coded == 0x20 { return }
        log.report(
            Self.code, at: fixed.place(position: place), before: [coded],
            "008/\(place) is \(Words.character(coded)), and \(found.words); set it to \(Words.list(found.codes))")
    }
}
