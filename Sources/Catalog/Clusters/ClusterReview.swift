internal import MARC
internal import Update

/// Keeps the review list: doubtful matches, each kind a function of the records and the clusters. Whatever many records bear
/// is listed once, without them.
struct ClusterReview<Keeper: ClusterKeeping> {
    private let limit: Int
    private let numbers: [RecordKey]
    private let rows: Keeper.Rows

    init(_ clusters: Keeper) {
        limit = clusters.rules.limit
        numbers = clusters.rules.numbers
        rows = clusters.rows
    }

    func clear() throws { try rows.clearDoubts() }

    /// Notes whether a key is ignored because too many records bear it.
    func note(common key: MatchKey, _ isIgnored: Bool) throws {
        if isIgnored { try rows.add(.keyCommon, key.text, 0) } else { try rows.remove(.keyCommon, key.text) }
    }

    /// Lists the keys by which records match that were not joined.
    func list(_ partition: Partition, _ records: [Int]) throws {
        for refusal in partition.refused {
            for member in refusal.members { try rows.add(.oclcDiffers, refusal.key.text, records[member]) }
        }
    }

    /// Lists the records of a cluster whose titles differ.
    func list(titlesOf records: [Int], master: Int) throws {
        let evidence = try rows.identity(of: master)
        for record in records { try rows.add(.titleDiffers, evidence, record) }
    }

    /// Brings the list up to a region that was clustered anew.
    ///
    /// - Parameters:
    ///   - region: all records of the region, in the order of the partition.
    ///   - moved: those of them that were put or have another master.
    ///   - touched: what was put and taken.
    func refresh(_ region: [Int], moved: [Int], _ touched: ClusterTouches, _ partition: Partition) throws {
        for record in region + touched.masters.keys {
            for kind in [ClusterDoubt.Kind.oclcDiffers, .titleDiffers] {
                try rows.remove(kind, ofRecord: record)
            }
        }
        try list(partition, region)
        // Whether a number is doubtful depends on who bears it and on their masters, so on nothing else than these.
        var evidence = touched.numbers
        try rows.expect(.numbers(moved))
        for record in moved { evidence.formUnion(try rows.numbers(of: record, of: numbers)) }
        let pairs = evidence.compactMap { number -> (type: String, value: String)? in
            let parts = number.split(separator: " ", maxSplits: 1).map(String.init)
            return parts.count == 2 ? (parts[0], parts[1]) : nil
        }
        try rows.expect(.bearersOfNumbers(pairs, most: limit + 1))
        for pair in pairs { try refresh(pair.type, pair.value) }
    }

    /// Lists the bearers of a number where they are in several clusters, or takes them off the list.
    private func refresh(_ type: String, _ value: String) throws {
        let number = "\(type) \(value)"
        try rows.remove(.numberAgrees, number)
        try rows.remove(.numberCommon, number)
        var found = NumberBearers()
        for bearer in try rows.bearers(ofNumber: type, value, most: limit + 1) {
            found.add(bearer.record, UInt32(clamping: bearer.master), limit)
        }
        try list(number, found)
    }

    private func list(_ number: String, _ bearers: NumberBearers) throws {
        if bearers.records.count > limit { return try rows.add(.numberCommon, number, 0) }
        guard bearers.isDivided else { return }
        for record in bearers.records { try rows.add(.numberAgrees, number, record) }
    }

    /// Lists every number whose bearers are in several clusters, or too many.
    ///
    /// - Parameter masters: by record; `none` for a number that is no matched record.
    func listNumbers(_ masters: [UInt32], none: UInt32) throws {
        var number = NumberText()
        var found = NumberBearers()
        try rows.forEachNumber(of: numbers) { type, value, record in
            if !number.isSame(type, value) {
                try list(number.text, found)
                number.begin(type, value)
                found.removeAll()
            }
            guard masters.indices.contains(record), masters[record] != none else { return }
            found.add(record, masters[record], limit)
        }
        try list(number.text, found)
    }
}

/// A number as it is read: its kind and its value.
private struct NumberText {
    private var type: [UInt8] = []
    private var value: [UInt8] = []

    var text: String { String(decoding: type + [0x20] + value, as: UTF8.self) }

    func isSame(_ type: ByteView, _ value: ByteView) -> Bool {
        self.value.elementsEqual(value) && self.type.elementsEqual(type)
    }

    mutating func begin(_ type: ByteView, _ value: ByteView) {
        self.type.removeAll(keepingCapacity: true)
        self.type.append(contentsOf: type)
        self.value.removeAll(keepingCapacity: true)
        self.value.append(contentsOf: value)
    }
}

/// The bearers of one number, as they are read: one more than the limit at most.
private struct NumberBearers {
    private(set) var records: [Int] = []
    private var firstMaster: UInt32 = 0
    private(set) var isDivided = false

    mutating func removeAll() {
        records.removeAll(keepingCapacity: true)
        isDivided = false
    }

    mutating func add(_ record: Int, _ master: UInt32, _ limit: Int) {
        if records.isEmpty { firstMaster = master }
        if master != firstMaster { isDivided = true }
        if records.count <= limit { records.append(record) }
    }
}
