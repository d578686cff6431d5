internal import MARC
internal import MARC21
internal import Update

/// The field at hand as rules see it: one word, for it is handed to a rule some hundred times a record. Valid only while
/// the field is judged.
struct FieldCase {
    /// What is known of the field.
    struct Parts {
        let record: RecordCase
        let field: FieldView
        let number: Int
        let judgedTag: Tag
        let norm: UnsafePointer<FieldNorm>
        let codes: ASCIISet
        let repeatedCodes: ASCIISet
    }

    private let parts: UnsafePointer<Parts>

    @inline(__always) init(_ parts: UnsafePointer<Parts>) { self.parts = parts }

    var record: RecordCase { parts.pointee.record }
    var field: FieldView { parts.pointee.field }
    var number: Int { parts.pointee.number }
    /// The tag whose definition applies: that in $6 for an 880, else the field's own.
    var judgedTag: Tag { parts.pointee.judgedTag }
    var norm: UnsafePointer<FieldNorm> { parts.pointee.norm }
    /// The codes of the subfields.
    var codes: ASCIISet { parts.pointee.codes }
    /// The codes that occur more than once.
    var repeatedCodes: ASCIISet { parts.pointee.repeatedCodes }

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
