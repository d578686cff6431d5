internal import MARC
internal import Update

/// How rules leave out parts of a record.
extension ScrubWork {
    /// Leaves out the fields for which `isUnwanted` is true, and reports each with its content.
    mutating func dropFields(
        _ code: DefectCode, where isUnwanted: (FieldView) -> Bool, _ message: (FieldView) -> String
    ) {
        var dropped: [(place: FieldPlace, text: [UInt8], message: String)] = []
        record.withView { view in
            for field in view.fields where isUnwanted(field) {
                dropped.append((field.place(), FieldText.of(field), message(field)))
            }
        }
        guard !dropped.isEmpty else { return }
        record.removeFields(where: isUnwanted)
        for (place, text, message) in dropped { report(code, at: place, before: text, action: .partDropped, message) }
    }

    /// Leaves out subfields that were found in the record as it stands.
    mutating func remove(_ subfields: [SubfieldPlace]) {
        for found in subfields.reversed() { record.removeSubfield(found.subfield, of: found.field) }
    }

    /// The subfields for which `isConcerned` is true, in the order of the record; those of fields without the rule's signs
    /// are not looked at.
    func subfields(where isConcerned: (RecordValue) -> Bool) -> [SubfieldPlace] {
        var found: [SubfieldPlace] = []
        forEachValue { value in
            guard let index = value.subfield, isConcerned(value) else { return }
            found.append(
                SubfieldPlace(
                    field: value.field.index, subfield: index, place: value.place, value: Array(value.bytes),
                    name: value.name))
        }
        return found
    }
}

/// A subfield, by its indexes, with what it held when it was found.
struct SubfieldPlace {
    let field: Int
    let subfield: Int
    let place: FieldPlace
    let value: [UInt8]
    let name: String
}
