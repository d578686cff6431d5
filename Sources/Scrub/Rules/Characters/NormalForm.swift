internal import MARC
internal import Update

/// Unicode normal form C. Other forms are no defect: the records are counted.
enum NormalForm: ScrubRule {
    static let codes: [DefectCode] = []
    static let signs: Signs = .beyondLatin
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        let places = work.record.withView { view in
            var places: [(field: Int, subfield: Int?)] = []
            view.forEachValue { value in
                if !NFC.isNormal(value.bytes) { places.append((value.field.index, value.subfield)) }
            }
            return places
        }
        guard !places.isEmpty else { return }
        work.counts.composed += 1
        for place in places { compose(place, &work) }
    }

    private static func compose(_ place: (field: Int, subfield: Int?), _ work: inout ScrubWork) {
        var text = work.buffer
        work.buffer = []
        text.removeAll(keepingCapacity: true)
        work.record.withView { view in
            let field = view.fields[place.field]
            NFC.append(place.subfield.map { field.subfields[$0].value } ?? field.value, into: &text)
        }
        if let subfield = place.subfield {
            work.record.setSubfield(subfield, of: place.field, to: text)
        } else {
            work.record.setControl(place.field, to: text)
        }
        work.buffer = text
    }
}
