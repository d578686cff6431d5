public import Update

/// What a set of rows comes to, whatever their order: how many, and the sum of their hashes modulo 2^128.
///
/// Adding and taking away rows is exact, so that the sum is kept up with what changes and never needs the rest.
public struct MultisetSum: Sendable, Equatable {
    public var rows = 0
    public var sum = Hash128()

    public init() {}

    public init(rows: Int, sum: Hash128) {
        self.rows = rows
        self.sum = sum
    }

    public mutating func add(_ hash: Hash128) { self += MultisetSum(rows: 1, sum: hash) }

    public static func += (left: inout MultisetSum, right: MultisetSum) {
        left.rows &+= right.rows
        let (low, carries) = left.sum.low.addingReportingOverflow(right.sum.low)
        left.sum.low = low
        left.sum.high = left.sum.high &+ right.sum.high &+ (carries ? 1 : 0)
    }

    public static func -= (left: inout MultisetSum, right: MultisetSum) {
        left.rows &-= right.rows
        let (low, borrows) = left.sum.low.subtractingReportingOverflow(right.sum.low)
        left.sum.low = low
        left.sum.high = left.sum.high &- right.sum.high &- (borrows ? 1 : 0)
    }
}

/// The sums of a contributor's rows in the three tables that an install writes.
public struct TableSums: Sendable, Equatable {
    public var records = MultisetSum()
    public var holdings = MultisetSum()
    public var identifiers = MultisetSum()

    public init() {}

    public static func += (left: inout TableSums, right: TableSums) {
        left.records += right.records
        left.holdings += right.holdings
        left.identifiers += right.identifiers
    }

    public static func -= (left: inout TableSums, right: TableSums) {
        left.records -= right.records
        left.holdings -= right.holdings
        left.identifiers -= right.identifiers
    }
}
