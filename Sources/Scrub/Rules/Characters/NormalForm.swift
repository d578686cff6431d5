internal import MARC
internal import Update

/// Unicode normal form C. Other forms are no defect: the records are counted.
enum NormalForm: ScrubRule {
    static let codes: [DefectCode] = []
    static let signs: Signs = .beyondLatin
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        var places: [ValuePlace] = []
        work.forEachValue { value in
            if !NFC.isNormal(value.bytes) {
                places.append(ValuePlace(field: value.field.index, subfield: value.subfield))
            }
        }
        guard !places.isEmpty else { return }
        work.counts.composed += 1
        for place in places { compose(place, &work) }
    }

    private static func compose(_ place: ValuePlace, _ work: inout ScrubWork) {
        var text = work.buffer
        work.buffer = []
        text.removeAll(keepingCapacity: true)
        work.record.withView { view in
            let field = view.fields[place.field]
            NFC.append(place.subfield.map { field.subfields[$0].value } ?? field.value, into: &text)
        }
        work.setText(text, of: place)
        work.buffer = text
    }
}
