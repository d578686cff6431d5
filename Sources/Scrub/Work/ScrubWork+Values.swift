internal import MARC
internal import Update

/// How rules change text: they say of each value what it should be.
extension ScrubWork {
    /// Rewrites values and reports each as repaired. Values of fields without the rule's signs are not shown to it.
    ///
    /// - Parameter signs: where they are not the rule's.
    /// - Parameter change: appends to its second argument what the value should be and gives the message; nil, whatever
    ///   was appended, where the value is to stay.
    mutating func rewrite(
        _ code: DefectCode, where signs: Signs? = nil, _ change: (RecordValue, inout [UInt8]) -> String?
    ) {
        for edit in edits(where: signs, change) {
            apply(edit)
            report(code, at: edit.place, before: edit.before, after: edit.after, edit.message)
        }
    }

    /// Puts a value in its place.
    mutating func apply(_ edit: ValueEdit) {
        if let subfield = edit.subfield {
            record.setSubfield(subfield, of: edit.field, to: edit.after)
        } else {
            record.setControl(edit.field, to: edit.after)
        }
    }

    private func edits(where signs: Signs?, _ change: (RecordValue, inout [UInt8]) -> String?) -> [ValueEdit] {
        var edits: [ValueEdit] = []
        var text: [UInt8] = []
        forEachValue(where: signs) { value in
            if !text.isEmpty { text.removeAll(keepingCapacity: true) }
            guard let message = change(value, &text) else { return }
            edits.append(
                ValueEdit(
                    field: value.field.index, subfield: value.subfield, place: value.place,
                    before: Array(value.bytes), after: text, message: message))
        }
        return edits
    }
}
