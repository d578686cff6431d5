/// The database's numbers of records that a submission was about: a bit each.
public struct SeenRecords: Sendable {
    private var words: [UInt64] = []
    /// Numbers in the set.
    public private(set) var count = 0

    public init() {}

    public mutating func insert(_ id: Int) {
        guard id >= 0, !contains(id) else { return }
        let word = id >> 6
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: word - words.count + 1)) }
        words[word] |= 1 << UInt64(id & 63)
        count += 1
    }

    /// The lowest numbers that `other` lacks, `most` of them at most.
    func first(_ most: Int, notIn other: SeenRecords) -> [Int] {
        var numbers: [Int] = []
        for (index, word) in words.enumerated() {
            var rest = word & ~(index < other.words.count ? other.words[index] : 0)
            while rest != 0, numbers.count < most {
                numbers.append(index << 6 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        return numbers
    }

    public func contains(_ id: Int) -> Bool {
        let word = id >> 6
        return id >= 0 && word < words.count && words[word] >> UInt64(id & 63) & 1 != 0
    }
}
