internal import MARC

/// Where the fields of the record at hand stand, by tag: first field, number of fields, next field of the same tag.
/// Filled in one pass a record, so that a rule which asks for a field walks nothing.
///
/// Made once a batch. All tags that are not three digits share one place, for which only the count is meaningful.
struct TagIndex: ~Copyable {
    private let slots: UnsafeMutablePointer<Slot>
    private var links: [Link] = []
    /// Some tag occurs twice.
    private var hasRepeatedTag = false

    /// By tag number.
    struct Slot {
        /// The index of the first field, from 1; 0 for none.
        var first: UInt32 = 0
        var count: UInt32 = 0
    }

    /// By field.
    struct Link {
        /// The index of the next field with this tag, from 1; 0 for none.
        var next: UInt32 = 0
        /// Fields of this tag from here to the end, this one included.
        var remaining: UInt32 = 0
    }

    init() {
        slots = .allocate(capacity: TagNumber.count)
        slots.initialize(repeating: Slot(), count: TagNumber.count)
    }

    deinit { slots.deallocate() }

    /// Indexes `record` for the time of `body`.
    mutating func with<Result>(_ record: RecordView, _ body: (borrowing TagPlaces) -> Result) -> Result {
        fill(record)
        let result = links.withUnsafeBufferPointer {
            body(TagPlaces(slots: UnsafePointer(slots), links: $0, hasRepeatedTag: hasRepeatedTag))
        }
        for field in record.fields { slots[TagNumber.of(field.tag)] = Slot() }
        return result
    }

    private mutating func fill(_ record: RecordView) {
        let count = record.fields.count
        if links.count < count { links.append(contentsOf: repeatElement(Link(), count: count - links.count)) }
        var index = count
        var most: UInt32 = 0
        links.withUnsafeMutableBufferPointer { links in
            while index > 0 {
                index -= 1
                let slot = slots + TagNumber.of(record.fields[index].tag)
                slot.pointee.count &+= 1
                links[index] = Link(next: slot.pointee.first, remaining: slot.pointee.count)
                slot.pointee.first = UInt32(truncatingIfNeeded: index &+ 1)
                most = max(most, slot.pointee.count)
            }
        }
        hasRepeatedTag = most > 1
    }
}

/// A view of a filled ``TagIndex``, valid as long as it is not filled again.
struct TagPlaces {
    let slots: UnsafePointer<TagIndex.Slot>
    let links: UnsafeBufferPointer<TagIndex.Link>
    /// Some tag occurs twice, or several fields have tags that are not three digits.
    let hasRepeatedTag: Bool

    /// Fields whose tag has this number.
    func count(_ number: Int) -> Int { Int(slots[number].count) }

    /// The index of the first field whose tag has this number.
    func first(_ number: Int) -> Int? {
        let first = slots[number].first
        return first == 0 ? nil : Int(first &- 1)
    }

    /// The index of the next field with the tag of the field at `index`.
    func next(_ index: Int) -> Int? {
        let next = links[index].next
        return next == 0 ? nil : Int(next &- 1)
    }

    /// The occurrence of the field at `index` among those with its tag number, from 1.
    func occurrence(_ index: Int, _ number: Int) -> Int { Int(slots[number].count &- links[index].remaining &+ 1) }
}
