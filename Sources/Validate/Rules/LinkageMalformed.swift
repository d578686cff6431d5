internal import MARC
internal import MARC21
public import Update

/// An 880 whose $6 does not say which field it stands for. What comes behind tag and number, script and direction, is not
/// judged here.
public struct LinkageMalformed: FieldRule {
    public static let code = DefectCode(
        "validate.linkage-malformed", .minor, .noted,
        what: "Field 880 has no $6, or one that does not start with a tag, a hyphen and two digits.",
        why: """
            880 holds another field in its original script. Without the link nothing says which, so that it is not shown \
            with its pair, nor searched as what it is.
            """,
        done: "The field is kept as it is; its indicators and subfields are not judged.",
        repair: "Link the field in the cataloguing module, or correct $6 to the form 245-01.",
        example: "=880  10$6245$aTitle")
    public static let codes = [code]

    var kinds: [RecordKind] { RecordKind.allCases }
    var tags: [TagPattern] { ["880"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let link = field.field.subfield("6")
        guard link.flatMap({ LinkageSubfield($0.slice(0, 6)) }) == nil else { return }
        log.report(
            Self.code, at: field.place(subfield: UInt8(ascii: "6")), before: link,
            link.map { "880 $6 is \(Bytes.display($0)), which should start as 245-01 does" }
                ?? "field 880 has no $6, which should name its field, as 245-01 does")
    }
}
