internal import MARC
internal import Update

/// A field's subfields taken out of the record, to be changed one after another and put back.
struct SubfieldList {
    /// A subfield; `place` is where it stood.
    struct Item {
        var code: UInt8
        var value: [UInt8]
        var place: FieldPlace
        var isDropped = false
    }

    let field: Int
    /// The tag by which the field's content is judged.
    let tag: Tag
    var items: [Item]

    init(_ view: FieldView) {
        field = view.index
        tag = LinkedTag.of(view)
        items = view.subfields.map { subfield in
            Item(
                code: subfield.code, value: Array(subfield.value),
                place: view.place(subfield: subfield.code == 0 ? nil : subfield.code))
        }
    }

    /// As people name it, `245 $a`.
    func name(_ index: Int) -> String { PlaceName.of(items[index].place) }

    /// The nearest subfield before the one at `index` that stays; nil where there is none.
    func last(before index: Int) -> Int? { items[..<index].lastIndex { !$0.isDropped } }

    /// Whether `code` is the code of a subfield that stays.
    func has(_ code: UInt8) -> Bool { items.contains { $0.code == code && !$0.isDropped } }

    /// Makes the item at `index` part of the one before it, where there is one; `text` is what is added to that.
    mutating func join(_ index: Int, as text: [UInt8]) {
        guard let last = last(before: index) else { return }
        items[last].value += text
        items[index].isDropped = true
    }

    /// Whether the field's text is read as a whole, so that a piece without a code of its own can stay where it is:
    /// titles, editions, imprints, descriptions, series and notes.
    var isProse: Bool {
        switch tag.rawValue {
        case 0x323435, 0x323436, 0x323530, 0x323630, 0x323634, 0x333030, 0x343930: true
        default: tag.first == UInt8(ascii: "5") && tag.isNumeric
        }
    }

    /// Puts the subfields that stay back into the record.
    func put(into record: inout Record) {
        let kept = items.filter { !$0.isDropped }
        for (index, item) in kept.enumerated() {
            record.setCode(of: index, of: field, to: item.code)
            record.setSubfield(index, of: field, to: item.value)
        }
        for index in (kept.count..<items.count).reversed() { record.removeSubfield(index, of: field) }
    }
}

extension ScrubWork {
    /// The subfields of every field in which `isConcerned` is true of one.
    func subfieldLists(where isConcerned: (SubfieldView) -> Bool) -> [SubfieldList] {
        record.withView { view in
            view.fields.filter { !$0.tag.isControl && $0.subfields.contains(where: isConcerned) }.map(SubfieldList.init)
        }
    }
}
