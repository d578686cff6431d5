internal import MARC
internal import Update

/// The counts of a submission's blocks, added up in their order.
struct FieldTotals {
    private var slots: [UInt32: Int] = [:]
    private var kinds: [RecordKind: Int] = [:]
    private var levels: [Level: Int] = [:]
    private var deletes = 0
    private var forms = NumberForms()

    /// Adds a block's counts.
    mutating func add(_ block: borrowing JudgedBlock) {
        for count in block.fieldCounts { slots[count.slot, default: 0] += Int(count.records) }
        for kind in RecordKind.allCases { kinds[kind, default: 0] += block.countedRecords[Int(kind.rawValue)] }
        for level in Level.allCases { levels[level, default: 0] += block.levels[Int(level.rawValue)] }
        deletes += block.deletes
        forms.add(block.numberForms)
    }

    /// - Parameter records: all records of the submission.
    func profile(records: Int) -> FieldProfile {
        var profile = FieldProfile()
        profile.add(records, at: .submission, "records")
        profile.add(deletes, at: .submission, "deletes")
        for (kind, count) in kinds { profile.add(count, at: .init(kind), "records") }
        for (slot, count) in slots {
            let kind = RecordKind(rawValue: UInt8(clamping: Int(slot) / FieldSlot.perKind)) ?? .bibliographic
            profile.add(count, at: .init(kind), FieldSlot.name(Int(slot) % FieldSlot.perKind))
        }
        for (level, count) in levels { profile.add(count, at: .level, level.name) }
        for (form, count) in forms.byName { profile.add(count, at: .controlNumber, form) }
        return profile
    }
}
