internal import MARC
internal import MARC21
public import Update

/// A 007 that starts with no category of material.
public struct PhysicalDescriptionCategoryUndefined: FieldRule {
    public static let code = DefectCode(
        "validate.physical-description-category-undefined", .minor, .noted,
        what: "Field 007 is empty or starts with a character that names no category of material.",
        why:
            "The other positions cannot be read: whether a disc is a film or music is not known to a search by format.",
        done: "The field is kept as it is; its codes are not judged.",
        repair: "Set 007/00 to the category of material, v for a videorecording, s for a sound recording.",
        example: "=007  xu")
    public static let codes = [code]

    var kinds: [RecordKind] { [.bibliographic, .holdings] }
    var tags: [TagPattern] { ["007"] }

    func judge(_ field: FieldCase, log: inout DefectLog) {
        let first = field.field.value.first ?? 0x20
        guard !Self.categories.contains(first) else { return }
        log.report(
            Self.code, at: field.place(position: 0), before: field.field.value,
            "007/00 (Category of material) is \(Words.character(first)); MARC 21 defines \(Words.list(Self.categories))"
        )
    }

    private static let categories = FixedFieldForms.firstCharacters(of: "007")
}
