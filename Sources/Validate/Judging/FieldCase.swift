internal import MARC
internal import MARC21
internal import Update

/// The field at hand as rules see it.
struct FieldCase {
    let record: RecordCase
    let field: FieldView
    let number: Int
    /// The tag whose definition applies: that in $6 for an 880, else the field's own.
    let judgedTag: Tag
    let norm: UnsafePointer<FieldNorm>
    /// The codes of the subfields.
    let codes: ASCIISet
    /// The codes that occur more than once.
    let repeatedCodes: ASCIISet

    var tag: Tag { field.tag }
    /// What the format says of the field's content; nil where it defines none.
    var definition: FieldDefinition? { record.format.described(judgedTag.rawValue) }
    /// The occurrence among the fields with this tag, from 1.
    var occurrence: Int {
        number == TagNumber.other ? field.occurrence : record.places.occurrence(field.index, number)
    }

    /// Whether no earlier field of the record has this tag.
    var isFirstOfItsTag: Bool {
        number == TagNumber.other
            ? record.view.first(tag)?.index == field.index : record.places.first(number) == field.index
    }

    /// One side of a field's content.
    enum Side { case indicators, subfields, repetition }

    /// The definition to judge by where this side of the content departs from the norm; nil where it does not.
    func departingDefinition(_ side: Side) -> FieldDefinition? {
        guard !tag.isControl, norm.pointee.standing == .current else { return nil }
        let fits =
            switch side {
            case .indicators:
                norm.pointee.indicator1.contains(field.indicator1) && norm.pointee.indicator2.contains(field.indicator2)
            case .subfields: codes.isSubset(of: norm.pointee.subfields)
            case .repetition: repeatedCodes.isDisjoint(with: norm.pointee.singleSubfields)
            }
        return fits ? nil : definition
    }

    /// The place of the field, or of a part of it.
    func place(indicator: Int? = nil, subfield: UInt8? = nil, position: Int? = nil) -> FieldPlace {
        FieldPlace(tag: tag, occurrence: occurrence, indicator: indicator, subfield: subfield, position: position)
    }

    /// `field 650`, or `field 880 (for 245)`: the field in words.
    var name: String { tag == judgedTag ? "field \(tag)" : "field \(tag) (for \(judgedTag))" }

    /// `650 (Subject Added Entry-Topical Term)`: the judged tag with its label.
    var definedName: String { definition.map { "\(judgedTag) (\($0.label))" } ?? "\(judgedTag)" }
}
