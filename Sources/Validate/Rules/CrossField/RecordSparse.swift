internal import MARC
public import Update

/// A record with too little in it to be found or recognised: at most one of name, publication, extent, number,
/// subject and note, besides the title.
///
/// Source: checks.md's minimum element sets, brought down to what every type of material has.
public struct RecordSparse: RecordRule {
    public static let code = DefectCode(
        "validate.record-sparse", .major, .noted,
        what: """
            Besides its title the record has hardly anything: at most one of names, publication or date, extent, \
            numbers, subjects and notes.
            """,
        why: "Patrons cannot tell what the title is; it is matched with nothing, or with the wrong works.",
        done: "The record is installed as it is.",
        repair: "Complete the record, or leave it out of the export: order records and placeholders are often such.",
        example: """
            =245  00$aTitle.
            =300
            """)
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        // Two kinds of data that nearly every record has settle the matter.
        var kinds = 0
        if record.has("300") { kinds += 1 }
        if record.has("260") || record.has("264") || Self.hasDate(record) { kinds += 1 }
        if kinds > 1 { return }
        if Self.hasName(record) { kinds += 1 }
        if Self.hasNumber(record) { kinds += 1 }
        guard kinds < 2, record.has("245") else { return }
        for field in record.view.fields
        where field.tag.first == UInt8(ascii: "5") || field.tag.first == UInt8(ascii: "6") {
            kinds += 1
            break
        }
        guard kinds < 2 else { return }
        log.report(
            Self.code, at: .record,
            "besides its title the record has hardly anything: no more than one of names, publication, extent, numbers, subjects and "
                + "notes; complete it, or leave it out of the export")
    }

    private static func hasDate(_ record: RecordCase) -> Bool {
        record.fixedField.map { $0.value.count > 10 && Years.year($0.value.slice(7, 4)) != nil } ?? false
    }

    private static func hasName(_ record: RecordCase) -> Bool {
        record.has("100") || record.has("110") || record.has("111") || record.has("700") || record.has("710")
            || record.has("711") || record.first("245")?.subfield("c") != nil
    }

    private static func hasNumber(_ record: RecordCase) -> Bool {
        record.has("020") || record.has("022") || record.has("010") || record.has("024") || record.has("028")
            || record.has("050") || record.has("082") || record.has("773") || record.has("856")
    }
}
