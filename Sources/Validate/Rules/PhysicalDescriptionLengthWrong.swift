internal import MARC
internal import MARC21
public import Update

/// A 007 that has not the length of its category of material.
public struct PhysicalDescriptionLengthWrong: FieldRule {
    public static let code = DefectCode(
        "validate.physical-description-length-wrong", .minor, .noted,
        what: "Field 007 has not the number of characters that its category of material asks for.",
        why:
            "The positions at its end are missing or mean nothing; the others can be read where they stand in their places.",
        done: "The field is kept as it is; the positions that it has are judged.",
        repair: "Look whether the export cuts the field, or whether characters were lost in its middle.",
        example: "=007  vd\\cvaiz")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["007"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let value = field.field.value
        let forms = field.record.norms.fixedFields
        guard let form = forms.pointee.form(of: "007", startingWith: value.first ?? 0x20),
            let length = form.pointee.lengths.0,
            value.count != length, value.count != form.pointee.lengths.1
        else { return }
        let other = form.pointee.lengths.1.map { " or \($0)" } ?? ""
        log.report(
            Self.code, at: field.place(), before: value,
            "field 007 (\(form.pointee.label)) has \(value.count) characters instead of \(length)\(other); "
                + "put the lost characters back, or pad or cut it at its end")
    }
}
