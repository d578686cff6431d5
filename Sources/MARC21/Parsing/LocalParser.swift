/// Reads the local fields of institutions.
struct LocalParser {
    private var sets: [Draft] = []
    private var isExtending = false

    private struct Draft {
        let key: Label
        let heading: Label
        var fields: [FieldDraft] = []
        var extensions: [FieldDraft] = []
    }

    static func tables() -> LocalFieldSet.Tables {
        var parser = LocalParser()
        let rejected = TableText.local.rejectedLines { parser.take($0) }
        let sets = parser.sets.map { draft in
            LocalFieldSet(
                fields: sorted(draft.fields), extensions: sorted(draft.extensions), key: draft.key,
                heading: draft.heading)
        }
        return LocalFieldSet.Tables(sets: Definitions(sets), rejectedLines: Definitions(rejected))
    }

    private static func sorted(_ drafts: [FieldDraft]) -> Definitions<FieldDefinition> {
        Definitions(drafts.map(\.definition).sorted { $0.tag < $1.tag })
    }

    private mutating func take(_ columns: [Label]) -> Bool {
        guard let keyword = columns.first else { return false }
        if keyword == "institution" {
            sets.append(Draft(key: columns.column(1), heading: columns.column(2)))
            return true
        }
        guard !sets.isEmpty else { return false }
        if keyword == "field" { return takeField(FieldDraft(field: columns), extending: false) }
        if keyword == "extend" { return takeField(Self.standardField(columns), extending: true) }
        if Columns.indicator(keyword) != nil { return onLastField { $0.takeIndicator(columns) } }
        return keyword.first == UInt8(ascii: "$") && onLastField { $0.takeSubfield(columns) }
    }

    /// `extend  020`
    private static func standardField(_ columns: [Label]) -> FieldDraft? {
        columns.column(1).tag.map { FieldDraft(tag: $0, name: .none, repeatability: .notStated) }
    }

    private mutating func takeField(_ field: FieldDraft?, extending: Bool) -> Bool {
        guard let field else { return false }
        isExtending = extending
        let last = sets.count - 1
        if extending { sets[last].extensions.append(field) } else { sets[last].fields.append(field) }
        return true
    }

    private mutating func onLastField(_ take: (inout FieldDraft) -> Bool) -> Bool {
        let last = sets.count - 1
        if isExtending {
            return sets[last].extensions.isEmpty ? false : take(&sets[last].extensions[sets[last].extensions.count - 1])
        }
        return sets[last].fields.isEmpty ? false : take(&sets[last].fields[sets[last].fields.count - 1])
    }
}
