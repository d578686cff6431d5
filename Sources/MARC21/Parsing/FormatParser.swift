/// Reads the table of one format.
struct FormatParser {
    private var fields: [FieldDraft] = []
    private var controls: [ControlFieldDraft] = []
    private var leader = LayoutDraft()
    private var coded: [CodedSubfieldDraft] = []
    /// Where the next lines `at` belong.
    private var place = Place.leader

    private enum Place { case leader, control, variant, coded }

    private struct CodedSubfieldDraft {
        let tags: ClosedRange<UInt32>
        let code: UInt8
        var layout = LayoutDraft()
    }

    /// The format that `text` holds; `bibliographic` lends it the control fields that both share.
    static func format(_ text: TableText, seeing bibliographic: Format?) -> Format {
        var parser = FormatParser()
        var rejected = text.rejectedLines { parser.take($0) }
        if !parser.resolve() { rejected.append(0) }
        return parser.format(rejected, seeing: bibliographic)
    }

    private mutating func take(_ columns: [Label]) -> Bool {
        guard let keyword = columns.first else { return false }
        if keyword.first == UInt8(ascii: "$") { return onLastField { $0.takeSubfield(columns) } }
        switch keyword.string {
        case "field": return takeField(columns)
        case "ind1", "ind2": return onLastField { $0.takeIndicator(columns) }
        case "at", "formerly-at", "note": return takePosition(columns)
        case "leader": return columns.column(1) == "length=24"
        case "control": return takeControl(columns)
        case "variant": return takeVariant(columns)
        case "coded-subfield": return takeCodedSubfield(columns)
        case "nonfiling": return takeNonfiling(columns)
        case "source-in-2": return takeSource(columns)
        case "pair": return takePair(columns)
        default: return false
        }
    }

    private mutating func onLastField(_ take: (inout FieldDraft) -> Bool) -> Bool {
        fields.isEmpty ? false : take(&fields[fields.count - 1])
    }

    private mutating func takeField(_ columns: [Label]) -> Bool {
        guard let field = FieldDraft(field: columns) else { return false }
        fields.append(field)
        return true
    }

    private mutating func takeControl(_ columns: [Label]) -> Bool {
        guard let control = ControlFieldDraft(columns) else { return false }
        controls.append(control)
        place = .control
        return true
    }

    private mutating func takeVariant(_ columns: [Label]) -> Bool {
        guard let variant = VariantDraft(columns), !controls.isEmpty else { return false }
        controls[controls.count - 1].variants.append(variant)
        place = .variant
        return true
    }

    private mutating func takePosition(_ columns: [Label]) -> Bool {
        switch place {
        case .leader: return leader.take(columns)
        case .control: return controls[controls.count - 1].layout.take(columns)
        case .variant:
            let control = controls.count - 1
            return controls[control].variants[controls[control].variants.count - 1].layout.take(columns)
        case .coded: return coded[coded.count - 1].layout.take(columns)
        }
    }

    /// `coded-subfield  760-787  $7`
    private mutating func takeCodedSubfield(_ columns: [Label]) -> Bool {
        let ends = columns.column(1).pieces(separatedBy: UInt8(ascii: "-"))
        guard let first = ends.first?.tag, let last = ends.last?.tag, first <= last, columns.column(2).length == 2
        else {
            return false
        }
        coded.append(CodedSubfieldDraft(tags: first...last, code: columns[2].bytes[1]))
        place = .coded
        return true
    }

    /// `nonfiling  ind2  222 240`
    private mutating func takeNonfiling(_ columns: [Label]) -> Bool {
        guard let indicator = Columns.indicator(columns.column(1)) else { return false }
        return onFields(columns.column(2)) { $0.nonfilingIndicator = indicator }
    }

    /// `source-in-2  ind2=7  041 650`
    private mutating func takeSource(_ columns: [Label]) -> Bool {
        let condition = columns.column(1)
        guard condition.length == 6, let indicator = Columns.indicator(condition.part(0, 4)) else { return false }
        let value = condition.bytes[5]
        return onFields(columns.column(2)) {
            $0.sourceIndicator = indicator
            $0.sourceIndicatorValue = value
        }
    }

    /// `pair  853  863`
    private mutating func takePair(_ columns: [Label]) -> Bool {
        guard let caption = columns.column(1).tag, let enumeration = columns.column(2).tag else { return false }
        return onFields(columns[1]) { $0.pairedTag = enumeration } && onFields(columns[2]) { $0.pairedTag = caption }
    }

    private mutating func onFields(_ tags: Label, _ change: (inout FieldDraft) -> Void) -> Bool {
        for tag in Columns.words(tags).map(\.tag) {
            guard let index = fields.firstIndex(where: { $0.tag == tag }) else { return false }
            change(&fields[index])
        }
        return true
    }
}

extension FormatParser {
    /// Replaces references to elements of 008 by the elements.
    private mutating func resolve() -> Bool {
        guard let source = controls.first(where: { $0.tag == 0x0030_3038 }) else { return false }
        func find(_ reference: Label) -> FixedFieldPosition? {
            let parts = reference.pieces(separatedBy: UInt8(ascii: "/"))
            guard parts.count >= 2, let first = parts[parts.count - 1].number else { return nil }
            return source.position(variant: parts.count == 3 ? parts[1] : .none, first: first)
        }
        var isResolved = true
        for control in controls.indices {
            for variant in controls[control].variants.indices {
                isResolved = controls[control].variants[variant].layout.resolve(find) && isResolved
            }
        }
        for index in coded.indices { isResolved = coded[index].layout.resolve(find) && isResolved }
        return isResolved
    }

    private func format(_ rejected: [Int], seeing bibliographic: Format?) -> Format {
        let controlDefinitions = controls.map { draft in
            draft.isBibliographic ? bibliographic?.controlField(draft.tag) ?? draft.definition : draft.definition
        }
        let all = (controls.map(\.field) + fields).map(\.definition).sorted { $0.tag < $1.tag }
        var slots = [UInt16](repeating: 0, count: 1000)
        for (index, field) in all.enumerated() {
            if let number = Format.number(field.tag) { slots[number] = UInt16(clamping: index + 1) }
        }
        let codedSubfields = coded.map { draft in
            CodedSubfield(
                firstTag: draft.tags.lowerBound, lastTag: draft.tags.upperBound, code: draft.code,
                layout: draft.layout.layout)
        }
        return Format(
            fields: Definitions(all), controlFields: Definitions(controlDefinitions), leader: leader.layout,
            codedSubfields: Definitions(codedSubfields), slots: Definitions(slots), rejectedLines: Definitions(rejected)
        )
    }
}

extension ControlFieldDraft {
    /// The control field as one of the format's fields.
    fileprivate var field: FieldDraft {
        var field = FieldDraft(tag: tag, name: name, repeatability: repeatability)
        field.isObsolete = isObsolete
        return field
    }
}
