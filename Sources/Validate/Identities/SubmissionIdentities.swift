internal import MARC
internal import Update

/// The identities of a submission's records, in the order in which they came: of two records with one identity the later
/// counts and the earlier is set aside.
///
/// An open-addressing table of 12 bytes a place with at most four records to five places: 15 bytes a record where the number of
/// records is known beforehand. A place holds the 64-bit hash of kind and control number and the ordinal of the last record that
/// had it.
struct SubmissionIdentities: Sendable {
    /// A record as it is entered.
    struct Entry: Sendable {
        let hash: UInt64
        let ordinal: UInt32
        /// Several records may have the number, as holdings may.
        let mayRepeat: Bool

        /// nil without a control number.
        init?(_ kind: RecordKind, control: ByteView, ordinal: UInt32, mayRepeat: Bool = false) {
            guard !control.isEmpty else { return nil }
            self.mayRepeat = mayRepeat
            hash = Hash128.hash64(of: UnsafeRawBufferPointer(control)) &+ UInt64(kind.rawValue) &* 0x9E37_79B9_7F4A_7C15
            self.ordinal = ordinal
        }

        /// A number of a record, told apart from other kinds of numbers; nil for the control number.
        init?(_ key: RecordKey, _ value: ByteView, ordinal: UInt32) {
            guard key != .control, !value.isEmpty else { return nil }
            mayRepeat = true
            hash = Hash128.hash64(of: UnsafeRawBufferPointer(value)) &+ UInt64(key.rawValue) &* 0x9E37_79B9_7F4A_7C15
            self.ordinal = ordinal
        }

        /// What is told apart by a hash of its own.
        init(hash: UInt64, ordinal: UInt32) {
            (self.hash, self.ordinal, mayRepeat) = (hash, ordinal, true)
        }

        fileprivate init(_ place: Place) {
            hash = UInt64(place.high) << 32 | UInt64(place.low)
            ordinal = place.next &- 1
            mayRepeat = false
        }
    }

    fileprivate struct Place: Sendable {
        var low: UInt32 = 0
        var high: UInt32 = 0
        /// The ordinal and one; 0 where the place is free.
        var next: UInt32 = 0
    }

    private var places: [Place]
    private var used = 0

    /// - Parameter records: how many records are to come; with more the table grows.
    init(expecting records: Int = 0) {
        places = Array(repeating: Place(), count: max(16, records + records / 4 + 1))
    }

    /// What the table takes, in bytes.
    var byteCount: Int { places.count * MemoryLayout<Place>.stride }

    /// Enters a record.
    ///
    /// - Returns: the ordinal of the record before it with the same identity.
    mutating func enter(_ entry: Entry) -> UInt32? {
        if used * 5 >= places.count * 4 { grow() }
        let index = find(entry.hash)
        let earlier = places[index].next
        if earlier == 0 { used += 1 }
        places[index] = Place(
            low: UInt32(truncatingIfNeeded: entry.hash), high: UInt32(truncatingIfNeeded: entry.hash >> 32),
            next: entry.ordinal &+ 1)
        return earlier == 0 ? nil : earlier &- 1
    }

    /// Whether a record with that hash was entered: for bibliographic records the hash of the control number itself.
    func contains(_ hash: UInt64) -> Bool { places[find(hash)].next != 0 }

    /// The place that holds `hash`, or the free one where it belongs.
    private func find(_ hash: UInt64) -> Int {
        let (low, high) = (UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash >> 32))
        return places.withUnsafeBufferPointer { places in
            var index = Int(hash.multipliedFullWidth(by: UInt64(places.count)).high)
            while places[index].next != 0, places[index].low != low || places[index].high != high {
                index += 1
                if index == places.count { index = 0 }
            }
            return index
        }
    }

    private mutating func grow() {
        let old = places
        places = Array(repeating: Place(), count: old.count * 2)
        for place in old where place.next != 0 {
            places[find(Entry(place).hash)] = place
        }
    }
}
