public import MARC

/// The records of a submission that holdings records of it belong to. Holdings name their record in 004 or in 001, or
/// stand behind it.
///
/// 8 bytes a number: a hash stands for it.
public struct HoldingsLinks: Sendable, Equatable {
    /// Ascending, each once.
    public private(set) var hashes: [UInt64]

    /// - Parameter hashes: in any order.
    public init(_ hashes: [UInt64] = []) {
        self.hashes = hashes.sorted()
        var kept = 0
        for index in self.hashes.indices where kept == 0 || self.hashes[kept - 1] != self.hashes[index] {
            self.hashes[kept] = self.hashes[index]
            kept += 1
        }
        self.hashes.removeLast(self.hashes.count - kept)
    }

    public var isEmpty: Bool { hashes.isEmpty }

    /// Whether holdings belong to the record with that control number.
    public func contains(_ number: ByteView) -> Bool {
        let sought = Self.hash(number)
        var (low, high) = (0, hashes.count)
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < sought { low = middle + 1 } else { high = middle }
        }
        return low < hashes.count && hashes[low] == sought
    }

    /// What stands for a number, which has no blanks around it.
    public static func hash(_ number: ByteView) -> UInt64 { Hash128.hash64(of: UnsafeRawBufferPointer(number)) }
}
