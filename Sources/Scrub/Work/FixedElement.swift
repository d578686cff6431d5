internal import MARC
internal import MARC21
internal import Update

/// One element of the leader, a 006, a 007 or an 008, as it stands in a record.
struct FixedElement {
    /// `LDR` for the leader.
    let tag: Tag
    /// Among the fields of the tag, from 1; nil for the leader.
    let occurrence: Int?
    /// The shape of the field that the element belongs to, `BK` or `Map`; empty for what all shapes share.
    let variant: String
    let definition: FixedFieldPosition
    /// The whole leader or field.
    let whole: [UInt8]

    var value: [UInt8] { Array(whole[definition.first...definition.last]) }

    /// As the format writes it, `008/15-17`.
    var name: String {
        let end = definition.count > 1 ? "-\(LeaderForm.name(definition.last))" : ""
        return "\(tag == "LDR" ? "leader" : tag.description)/\(LeaderForm.name(definition.first))\(end)"
    }

    var place: FieldPlace { FieldPlace(tag: tag, occurrence: occurrence, position: definition.first) }

    /// Whether the format defines today what stands there.
    var isCurrent: Bool { isCurrent(value) }

    /// Whether the format defines `value` for the element today.
    func isCurrent(_ value: [UInt8]) -> Bool { value.withUnsafeBufferPointer { definition.fault(in: $0) == nil } }

    /// 006 and 008 share their elements: where the element stands in 008.
    var positionIn008: Int { tag == "006" ? definition.first + 17 : definition.first }
}

/// The leader or a fixed field with all its elements.
struct FixedField {
    /// The field's place in the record; nil for the leader.
    let index: Int?
    let elements: [FixedElement]

    /// Whether every element is as the format defines it today but those for which `isExcepted` is true.
    func isCurrent(but isExcepted: (FixedElement) -> Bool) -> Bool {
        elements.allSatisfy { $0.isCurrent || isExcepted($0) }
    }
}

extension RecordView {
    /// The leader and the fixed fields in their order. A field whose type is undefined or whose length is not that of its
    /// type is left out: what stands at its positions may belong elsewhere.
    var fixedFields: [FixedField] {
        let format = Format.of(kind)
        let bytes = leader.array
        let positions = format.leader.positions.filter { !$0.isComputed && $0.last < bytes.count }
        let elements = positions.map {
            FixedElement(tag: "LDR", occurrence: nil, variant: "", definition: $0, whole: bytes)
        }
        return [FixedField(index: nil, elements: elements)]
            + fields.filter { $0.tag.isControl }.compactMap { FixedField($0, format, leader) }
    }
}

extension FixedField {
    /// nil for a field that has no elements, or not those that its length promises.
    init?(_ field: FieldView, _ format: Format, _ leader: Leader) {
        guard let definition = format.controlField(field.tag.rawValue), let first = field.value.first else {
            return nil
        }
        let shape =
            field.tag == "008"
            ? definition.variant(leader06: leader.type, leader07: leader.level) : definition.variant(first: first)
        let lengths = [definition.length, shape?.length, shape?.otherLength].compactMap { $0 }
        guard lengths.contains(field.value.count), shape != nil || definition.variants.isEmpty else { return nil }
        let whole = Array(field.value)
        func elements(_ layout: FixedFieldLayout, _ variant: String) -> [FixedElement] {
            layout.positions.filter { !$0.isVariant && $0.last < whole.count }.map {
                FixedElement(
                    tag: field.tag, occurrence: field.occurrence, variant: variant, definition: $0, whole: whole)
            }
        }
        let all = elements(definition.layout, "") + (shape.map { elements($0.layout, $0.id) } ?? [])
        if all.isEmpty { return nil }
        self.init(index: field.index, elements: all.sorted { $0.definition.first < $1.definition.first })
    }
}

extension ScrubWork {
    /// What an element should hold, in as many bytes as it has, and the message that says why.
    typealias ElementChange = (value: [UInt8], message: String)

    /// Rewrites elements of the leader and the fixed fields and reports each as repaired.
    ///
    /// - Parameter change: is given each element with its field; nil for an element that is to stay.
    mutating func rewriteElements(_ code: DefectCode, _ change: (FixedElement, FixedField) -> ElementChange?) {
        for field in record.withView(\.fixedFields) {
            guard var whole = field.elements.first?.whole else { continue }
            for element in field.elements {
                guard let (value, message) = change(element, field), value.count == element.definition.count,
                    value != element.value
                else { continue }
                whole.replaceSubrange(element.definition.first...element.definition.last, with: value)
                report(code, at: element.place, before: element.value, after: value, message)
            }
            if let index = field.index { record.setControl(index, to: whole) } else { record.leader = Leader(whole) }
        }
    }
}

extension Format {
    /// The format that records of this kind follow.
    static func of(_ kind: RecordKind) -> Format {
        switch kind {
        case .bibliographic: .bibliographic
        case .holdings: .holdings
        case .authority: .authority
        }
    }
}
