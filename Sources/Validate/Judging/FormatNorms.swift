internal import MARC
internal import MARC21

/// A format and a profile together, as flat tables in which the walk over a record's fields looks things up.
struct FormatNorms: Sendable {
    let kind: RecordKind
    /// By tag number, the index of a norm.
    private let slots: FlatTable<UInt16>
    private let fields: FlatTable<FieldNorm>
    private let leader: FlatTable<ASCIISet>
    /// One element.
    private let fixedFields: FlatTable<FixedFieldForms>

    init(_ kind: RecordKind, _ settings: ValidateSettings) {
        self.kind = kind
        let format = Format.of(kind)
        var slots = [UInt16](repeating: 0, count: TagNumber.count)
        var fields = [FieldNorm.undefined]
        for number in 0..<TagNumber.other {
            guard let norm = Self.norm(of: TagNumber.tag(number), in: format, settings) else { continue }
            slots[number] = UInt16(clamping: fields.count)
            fields.append(norm)
        }
        self.slots = FlatTable(slots)
        self.fields = FlatTable(fields)
        leader = FlatTable(Self.leaderCodes(of: format))
        fixedFields = FlatTable([FixedFieldForms(format)])
    }

    /// Bare pointers into the tables, valid as long as they live.
    struct View {
        fileprivate let slots: UnsafePointer<UInt16>
        fileprivate let fields: UnsafePointer<FieldNorm>
        fileprivate let leaderCodes: UnsafePointer<ASCIISet>
        /// The shapes of the fixed fields.
        let fixedFields: UnsafePointer<FixedFieldForms>

        /// The norm of the field with this tag number.
        @inline(__always) func field(_ number: Int) -> UnsafePointer<FieldNorm> { fields + Int(slots[number]) }

        /// The characters that the leader's `position`, 0 to 23, may hold.
        func leader(_ position: Int) -> ASCIISet { leaderCodes[position] }
    }

    var view: View {
        View(slots: slots.start, fields: fields.start, leaderCodes: leader.start, fixedFields: fixedFields.start)
    }

    /// nil for a tag that neither format nor profile know. A local tag may bear what the format has withdrawn, as 590.
    private static func norm(of tag: Tag, in format: Format, _ settings: ValidateSettings) -> FieldNorm? {
        let sets = settings.localFieldSets.compactMap { LocalFieldSet.named($0) }
        let isLocal = settings.localTags.contains { $0.matches(tag) } || sets.contains { $0.field(tag.rawValue) != nil }
        guard let own = format.field(tag.rawValue), !(own.isObsolete && isLocal) else { return isLocal ? .local : nil }
        let added = sets.flatMap { set in (0...127).filter { set.addedSubfield($0, to: tag.rawValue) != nil } }
        return FieldNorm(
            own, content: format.described(tag.rawValue) ?? own, localSubfields: settings.localSubfields + added)
    }

    /// By position the characters that are current; everything where the format lists none.
    private static func leaderCodes(of format: Format) -> [ASCIISet] {
        (0..<Leader.length).map { position in
            guard let element = format.leader.position(at: position), element.unit == 1, !element.codes.entries.isEmpty
            else { return FieldNorm.anything }
            return element.codes.currentCharacters
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
