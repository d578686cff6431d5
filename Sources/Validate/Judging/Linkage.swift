internal import MARC
internal import MARC21

/// How a field and its form in the original script find each other by $6.
///
/// Source: MARC 21 Format for Bibliographic Data, Appendix A, $6.
enum Linkage {
    /// The field that the $6 of `field` names and that names it in turn; nil where there is none.
    static func mate(of field: FieldCase) -> FieldView? {
        guard let link = field.first("6").flatMap({ LinkageSubfield($0.slice(0, 6)) }), link.occurrence > 0 else {
            return nil
        }
        for other in field.record.fields(Tag(rawValue: link.tag)) where other.index != field.field.index {
            guard let back = other.subfield("6").flatMap({ LinkageSubfield($0.slice(0, 6)) }) else { continue }
            if back.tag == field.tag.rawValue && back.occurrence == link.occurrence { return other }
        }
        return nil
    }
}
