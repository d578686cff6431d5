internal import MARC

/// The rules for one kind of record, laid out by what they are shown.
struct RuleBook: Sendable {
    let recordRules: [any RecordRule]
    let definitionRules: [any DefinitionRule]
    /// In the order of the list, a tag's after another's.
    let fieldRules: [any FieldRule]
    /// By tag number, where its rules start in ``fieldRules``; they end where the next one's start.
    private let starts: FlatTable<UInt16>

    init(_ kind: RecordKind, _ rules: [any ValidateRule]) {
        recordRules = rules.compactMap { $0 as? any RecordRule }.filter { $0.kinds.contains(kind) }
        definitionRules = rules.compactMap { $0 as? any DefinitionRule }
        let candidates = rules.compactMap { $0 as? any FieldRule }.filter { $0.kinds.contains(kind) }
        var chosen: [any FieldRule] = []
        var starts: [UInt16] = []
        for number in 0..<TagNumber.other {
            starts.append(UInt16(clamping: chosen.count))
            let tag = TagNumber.tag(number)
            chosen += candidates.filter { rule in rule.tags.contains { $0.matches(tag) } }
        }
        starts += [UInt16(clamping: chosen.count), UInt16(clamping: chosen.count)]
        fieldRules = chosen
        self.starts = FlatTable(starts)
    }

    /// Where the rules for this tag number stand in ``fieldRules``.
    @inline(__always)
    func rules(_ number: Int) -> Range<Int> { Int(starts.start[number])..<Int(starts.start[number + 1]) }
}
