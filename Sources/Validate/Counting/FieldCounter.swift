internal import Glibc
internal import MARC
internal import MARC21

/// Counts in how many records of a block each field, subfield and fixed-field value occurs. A record counts once, however
/// often it has the field: each cell knows the last record that it has counted.
///
/// Cells lie in memory that the system hands out zeroed, a page only when it is touched; of some 120,000 a block touches a
/// few hundred.
struct FieldCounter: ~Copyable {
    private struct Cell {
        var count: UInt32
        /// The number of the last record counted, from 1.
        var lastRecord: UInt32
    }

    private let cells: UnsafeMutablePointer<Cell>?
    private var touched: [UInt32] = []
    private var record: UInt32 = 0

    init() {
        cells = calloc(FieldSlot.count, MemoryLayout<Cell>.stride)?.bindMemory(to: Cell.self, capacity: FieldSlot.count)
        touched.reserveCapacity(512)
    }

    deinit { free(cells) }

    /// How many records of a block have what a slot stands for.
    struct Count: Sendable {
        let slot: UInt32
        let records: UInt32
    }

    /// What was counted, in the order in which it was met.
    var counts: [Count] {
        guard let cells else { return [] }
        return touched.map { Count(slot: $0, records: cells[Int($0)].count) }
    }

    /// Counts a record of `kind`.
    mutating func count(_ view: RecordView, _ kind: RecordKind) {
        record &+= 1
        let base = Int(kind.rawValue) &* FieldSlot.perKind
        let (leader, positions) = (view.leader, FieldSlot.leaderPositions)
        for index in positions.indices { note(base &+ FieldSlot.leader(index, leader[positions[index]])) }
        for field in view.fields {
            let number = TagNumber.of(field.tag)
            let slot = base &+ FieldSlot.field(number)
            note(slot)
            if field.tag.isControl {
                if number == 8 { note008(field.value, kind, base) }
                continue
            }
            let subfields = field.subfields
            for index in 0..<subfields.count { note(slot &+ FieldSlot.column(subfields.code(at: index))) }
        }
    }

    private mutating func note008(_ value: ByteView, _ kind: RecordKind, _ base: Int) {
        note(base &+ FieldSlot.length(value.count))
        guard kind == .bibliographic, value.count > 6 else { return }
        note(base &+ FieldSlot.dateType(value[6]))
        if value.count > 39 { note(base &+ FieldSlot.source(value[39])) }
        if value[0..<6].allSatisfy({ $0 &- 0x30 < 10 }) { note(base &+ FieldSlot.element(.dateEntered)) }
        if Self.isCode(value.slice(15, 3), in: .countries) { note(base &+ FieldSlot.element(.country)) }
        if Self.isCode(value.slice(35, 3), in: .languages) { note(base &+ FieldSlot.element(.language)) }
    }

    private static func isCode(_ code: ByteView, in list: CodeList) -> Bool {
        code.count == 3 && list.standing(of: code) != .undefined
    }

    @inline(__always)
    private mutating func note(_ slot: Int) {
        guard let cells, slot < FieldSlot.count, cells[slot].lastRecord != record else { return }
        if cells[slot].count == 0 { touched.append(UInt32(truncatingIfNeeded: slot)) }
        cells[slot].count &+= 1
        cells[slot].lastRecord = record
    }
}
