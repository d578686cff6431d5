internal import MARC
internal import MARC21

/// The record at hand as rules see it: the record, where its fields stand, and what is asked of it. One word; valid only
/// while the record is judged.
struct RecordCase {
    /// What is known of the record.
    struct Parts {
        let view: RecordView
        let kind: RecordKind
        let places: TagPlaces
        let norms: FormatNorms.View
        let lacksStandardNumber: Bool
    }

    private let parts: UnsafePointer<Parts>

    @inline(__always) init(_ parts: UnsafePointer<Parts>) { self.parts = parts }

    var view: RecordView { parts.pointee.view }
    var kind: RecordKind { parts.pointee.kind }
    var places: TagPlaces { parts.pointee.places }
    var norms: FormatNorms.View { parts.pointee.norms }
    /// The record has no valid ISBN, ISSN or LCCN.
    var lacksStandardNumber: Bool { parts.pointee.lacksStandardNumber }

    /// The format to judge by.
    var format: Format { Format.of(kind) }

    /// How many fields have `tag`, which is three digits.
    func count(_ tag: Tag) -> Int { places.count(TagNumber.of(tag)) }

    /// The first field with `tag`, which is three digits.
    func first(_ tag: Tag) -> FieldView? {
        places.first(TagNumber.of(tag)).map { view.fields[$0] }
    }

    /// The fields with `tag`, which is three digits, in order.
    func fields(_ tag: Tag) -> SameTag { SameTag(record: self, field: first(tag)) }

    /// 008, where its characters stand in their places.
    var fixedField: FieldView? {
        guard let field = first("008"), FixedFieldLength(self).map({ !$0.isShifted }) ?? true else { return nil }
        return field
    }

    /// Whether leader/05-07 are blank, as they are where the record came without a leader: one rule says it then, that of
    /// the type.
    var hasEmptyLeader: Bool {
        let leader = view.leader
        return leader[5] == 0x20 && leader[6] == 0x20 && leader[7] == 0x20
    }

    /// Whether the record has a field with `tag`, which is three digits.
    func has(_ tag: Tag) -> Bool { count(tag) > 0 }

    /// The field after `field` with the same tag, which is three digits.
    func next(after field: FieldView) -> FieldView? { places.next(field.index).map { view.fields[$0] } }

    /// The second field with `tag`, which is three digits.
    func second(_ tag: Tag) -> FieldView? { first(tag).flatMap { next(after: $0) } }
}

/// The fields with one tag, in order; nothing is walked over or allocated.
struct SameTag: Sequence, IteratorProtocol {
    let record: RecordCase
    var field: FieldView?

    mutating func next() -> FieldView? {
        guard let field else { return nil }
        self.field = record.next(after: field)
        return field
    }
}
