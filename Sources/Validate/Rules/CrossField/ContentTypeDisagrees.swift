internal import MARC
internal import MARC21
public import Update

/// Content types of which none goes with leader/06.
///
/// Source: MARC 21 Format for Bibliographic Data, leader/06, 336; ``RDAAgreement``.
public struct ContentTypeDisagrees: RecordRule {
    public static let code = DefectCode(
        "validate.content-type-disagrees", .minor, .noted,
        what: "None of the content types in 336 goes with the type of record in leader/06.",
        why: "Displays and filters call the title a text here and a recording there.",
        done: "The record is installed as it is.",
        repair: "Correct leader/06 or 336.",
        example: "=336  \\\\$aperformed music$bprm$2rdacontent")
    public static let codes = [code]

    func judge(_ record: RecordCase, log: inout DefectLog) {
        guard record.has("336"), let fitting = RDAAgreement.rules.contents(ofType: record.view.leader.type) else {
            return
        }
        var named: (field: FieldView, code: ByteView)?
        for field in record.fields("336") {
            for subfield in field.subfields where subfield.code == UInt8(ascii: "b") {
                if fitting.standing(of: subfield.value) == .current || Self.isOpen(subfield.value) { return }
                if named == nil, CodeList.contentTypes.contains(subfield.value) { named = (field, subfield.value) }
            }
        }
        guard let named else { return }
        log.report(
            Self.code, at: named.field.place(subfield: UInt8(ascii: "b")), before: named.code,
            "336 $b is \(Bytes.display(named.code)) (\(CodeList.contentTypes.label(of: named.code) ?? "")), and leader/06 is "
                + "'\(Bytes.display([record.view.leader.type]))'; correct one of them")
    }

    /// Other, or not specified.
    private static func isOpen(_ code: ByteView) -> Bool { code.equals("xxx") || code.equals("zzz") }
}
