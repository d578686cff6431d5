internal import MARC
internal import Update

/// What the holdings records of a block say about the records they belong to.
struct BlockHoldings: Sendable {
    /// Hashes of numbers, as ``HoldingsLinks`` has them.
    private(set) var links: [UInt64] = []
    /// Holdings stand before the block's first bibliographic record, and so behind the last one of an earlier block.
    private(set) var startsWithHoldings = false
    /// The number of the block's last bibliographic record.
    private(set) var lastNumber: UInt64?

    init(_ batch: borrowing Batch<Scrubbed>, controlNumber: ControlNumberPlace) {
        var latest: Int?
        for index in 0..<batch.count where batch.marks[index].intent == .keep {
            switch batch.withRecord(index, { $0.kind }) {
            case .bibliographic: latest = index
            case .authority: break
            case .holdings:
                batch.withRecord(index) { view in addNames(in: view) }
                if let latest, let number = Self.number(latest, batch, controlNumber) { links.append(number) }
                startsWithHoldings = startsWithHoldings || latest == nil
            }
        }
        lastNumber = latest.flatMap { Self.number($0, batch, controlNumber) }
    }

    private mutating func addNames(in holdings: RecordView) {
        for tag in [Tag("004"), Tag("001")] {
            if let number = ControlNumberPlace(tag: tag).number(in: holdings) {
                links.append(HoldingsLinks.hash(number))
            }
        }
    }

    private static func number(_ index: Int, _ batch: borrowing Batch<Scrubbed>, _ place: ControlNumberPlace)
        -> UInt64?
    {
        batch.withRecord(index) { view in place.number(in: view).map { HoldingsLinks.hash($0) } }
    }
}
