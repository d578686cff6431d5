internal import MARC
internal import MARC21

/// The rules for one kind of record, laid out by what they are shown.
struct RuleBook: Sendable {
    let recordRules: ReadyRules<RecordCase.Parts>
    let definitionRules: [any DefinitionRule]
    /// By the raw value of the departure.
    private let elementRules: [[any ElementRule]]
    let fieldRules: ReadyRules<FieldCase.Parts>
    /// For every tag its rules, in the order of the list; a tag's after another's.
    private let entries: FlatTable<Entry>
    /// By tag number, where its entries start; they end where the next one's start.
    private let starts: FlatTable<UInt32>
    /// By tag number, the subfields of which a field must have one to be shown to any of its rules.
    private let subfields: FlatTable<ASCIISet>

    /// A rule for a tag.
    struct Entry: Sendable {
        /// The rule's place in ``RuleBook/fieldRules``.
        let rule: Int
        /// The subfields of which a field must have one to be shown to the rule; empty where none is asked.
        let subfields: ASCIISet

        @inline(__always) func concerns(_ codes: ASCIISet) -> Bool {
            subfields.isEmpty || !codes.isDisjoint(with: subfields)
        }
    }

    init(_ kind: RecordKind, _ rules: [any ShownRule]) {
        var (recordRules, definitionRules) = ([any RecordRule](), [any DefinitionRule]())
        var (elementRules, candidates) = ([any ElementRule](), [any FieldRule]())
        for rule in rules {
            switch rule.shown {
            case .record(let rule): if rule.kinds.contains(kind) { recordRules.append(rule) }
            case .field(let rule): if rule.kinds.contains(kind) { candidates.append(rule) }
            case .definition(let rule): definitionRules.append(rule)
            case .element(let rule): elementRules.append(rule)
            case .setAside, .nothing: break
            }
        }
        (self.recordRules, self.definitionRules) = (ReadyRules(recordRules), definitionRules)
        self.elementRules = ElementCase.Departure.allCases.map { departure in
            elementRules.filter { $0.departure == departure }
        }
        let asked = candidates.map { (tags: $0.tags, subfields: $0.subfields) }
        var (entries, starts, subfields) = ([Entry](), [UInt32](), [ASCIISet]())
        let byTag = Self.byTag(asked.map(\.tags))
        for number in 0..<TagNumber.other {
            let concerned = byTag[number]
            starts.append(UInt32(clamping: entries.count))
            subfields.append(Self.union(concerned.map { asked[$0].subfields }))
            entries += concerned.map { Entry(rule: $0, subfields: asked[$0].subfields) }
        }
        // Tags that are not three digits have no rules.
        subfields.append(ASCIISet())
        starts += [UInt32(clamping: entries.count), UInt32(clamping: entries.count)]
        fieldRules = ReadyRules(candidates)
        self.entries = FlatTable(entries)
        self.starts = FlatTable(starts)
        self.subfields = FlatTable(subfields)
    }

    /// Empty as soon as one of them asks for no subfield.
    private static func union(_ sets: [ASCIISet]) -> ASCIISet {
        sets.contains { $0.isEmpty } ? ASCIISet() : sets.reduce(ASCIISet()) { $0.union($1) }
    }

    /// By tag number, which of the rules are shown its fields.
    private static func byTag(_ patterns: [[TagPattern]]) -> [[Int]] {
        var byTag = [[Int]](repeating: [], count: TagNumber.other)
        for (rule, patterns) in patterns.enumerated() {
            for pattern in patterns {
                for number in numbers(of: pattern) where byTag[number].last != rule { byTag[number].append(rule) }
            }
        }
        return byTag
    }

    /// The numbers of the tags that match: of a pattern without X the one.
    private static func numbers(of pattern: TagPattern) -> [Int] {
        if let number = Int(pattern.description) { return number < TagNumber.other ? [number] : [] }
        return (0..<TagNumber.other).filter { pattern.matches(TagNumber.tag($0)) }
    }

    /// The rules for elements that depart so.
    func rules(_ departure: ElementCase.Departure) -> [any ElementRule] { elementRules[departure.rawValue] }

    /// The entries for a field with this tag number, none where it has none of the subfields that they ask for.
    @inline(__always)
    func rules(_ number: Int, _ codes: ASCIISet) -> UnsafeBufferPointer<Entry> {
        let (start, end) = (Int(starts.start[number]), Int(starts.start[number + 1]))
        let asked = subfields.start[number]
        let isConcerned = asked.isEmpty || !codes.isDisjoint(with: asked)
        return UnsafeBufferPointer(start: entries.start + start, count: isConcerned ? end - start : 0)
    }
}
