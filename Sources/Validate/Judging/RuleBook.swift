internal import MARC
internal import MARC21

/// The rules for one kind of record, laid out by what they are shown.
struct RuleBook: Sendable {
    let recordRules: [any RecordRule]
    let definitionRules: [any DefinitionRule]
    /// In the order of the list, a tag's after another's.
    let fieldRules: [any FieldRule]
    /// By tag number, where its rules start in ``fieldRules``; they end where the next one's start.
    private let starts: FlatTable<UInt16>
    /// By tag number, the subfields of which a field must have one to be shown to its rules; empty where none is asked.
    private let subfields: FlatTable<ASCIISet>

    init(_ kind: RecordKind, _ rules: [any ValidateRule]) {
        recordRules = rules.compactMap { $0 as? any RecordRule }.filter { $0.kinds.contains(kind) }
        definitionRules = rules.compactMap { $0 as? any DefinitionRule }
        let candidates = rules.compactMap { $0 as? any FieldRule }.filter { $0.kinds.contains(kind) }
        var chosen: [any FieldRule] = []
        var starts: [UInt16] = []
        var subfields: [ASCIISet] = []
        for number in 0..<TagNumber.other {
            starts.append(UInt16(clamping: chosen.count))
            let tag = TagNumber.tag(number)
            let concerned = candidates.filter { rule in rule.tags.contains { $0.matches(tag) } }
            let asksNone = concerned.contains { $0.subfields.isEmpty }
            subfields.append(asksNone ? ASCIISet() : ASCIISet(concerned.flatMap(\.subfields.characters)))
            chosen += concerned
        }
        subfields.append(ASCIISet())
        starts += [UInt16(clamping: chosen.count), UInt16(clamping: chosen.count)]
        fieldRules = chosen
        self.starts = FlatTable(starts)
        self.subfields = FlatTable(subfields)
    }

    /// Where the rules for a field with this tag number and these subfields stand in ``fieldRules``.
    @inline(__always)
    func rules(_ number: Int, _ codes: ASCIISet) -> Range<Int> {
        let (start, end) = (Int(starts.start[number]), Int(starts.start[number + 1]))
        let asked = subfields.start[number]
        return start..<(asked.isEmpty || !codes.isDisjoint(with: asked) ? end : start)
    }
}
