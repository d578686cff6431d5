internal import MARC
internal import Update

/// Keeps the review list: doubtful matches, each kind a function of the records and the clusters. Whatever many records bear
/// is listed once, without them.
struct SQLiteReview {
    private let limit: Int
    private let numbers: [RecordKey]
    private let rows: SQLiteClusterRows
    private let connection: SQLiteConnection
    private let insert: SQLiteStatement
    private let deleteEvidence: SQLiteStatement
    private let deleteRecord: SQLiteStatement
    private let bearers: SQLiteStatement

    init(_ clusters: SQLiteClusters) throws(CatalogError) {
        connection = clusters.connection
        limit = clusters.rules.limit
        numbers = clusters.rules.numbers
        rows = clusters.rows
        insert = try connection.prepare("insert or ignore into review values (?, ?, ?)")
        deleteEvidence = try connection.prepare("delete from review where kind = ? and evidence = ?")
        deleteRecord = try connection.prepare("delete from review where record = ?1 and kind = ?2")
        bearers = try connection.prepare(
            """
            select i.record, c.master from identifier i join cluster c on c.record = i.record
            where i.value = ?1 and i.type = ?2 limit ?3
            """)
    }

    func clear() throws { try connection.execute("delete from review") }

    /// Notes whether a key is ignored because too many records bear it.
    func note(common key: MatchKey, _ isIgnored: Bool) throws {
        if isIgnored { try add(.keyCommon, key.text, 0) } else { try remove(.keyCommon, key.text) }
    }

    /// Lists the keys by which records match that were not joined.
    func list(_ partition: Partition, _ records: [Int]) throws {
        for refusal in partition.refused {
            for member in refusal.members { try add(.oclcDiffers, refusal.key.text, records[member]) }
        }
    }

    /// Lists the records of a cluster whose titles differ.
    func list(titlesOf records: [Int], master: Int) throws {
        let evidence = try rows.identity(of: master)
        for record in records { try add(.titleDiffers, evidence, record) }
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
                try deleteRecord.bind(1, record)
                try deleteRecord.bind(2, kind.rawValue)
                try deleteRecord.run()
            }
        }
        try list(partition, region)
        // Whether a number is doubtful depends on who bears it and on their masters, so on nothing else than these.
        var evidence = touched.numbers
        for record in moved { evidence.formUnion(try rows.numbers(of: record, of: numbers)) }
        for number in evidence { try refresh(number) }
    }

    /// Lists the bearers of a number where they are in several clusters, or takes them off the list.
    private func refresh(_ number: String) throws {
        try remove(.numberAgrees, number)
        try remove(.numberCommon, number)
        let parts = number.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return }
        try bearers.bind(1, String(parts[1]))
        try bearers.bind(2, String(parts[0]))
        try bearers.bind(3, limit + 1)
        var found = NumberBearers()
        while try bearers.step() { found.add(bearers.int(0), UInt32(clamping: bearers.int(1)), limit) }
        bearers.reset()
        try list(number, found)
    }

    private func list(_ number: String, _ bearers: NumberBearers) throws {
        if bearers.records.count > limit { return try add(.numberCommon, number, 0) }
        guard bearers.isDivided else { return }
        for record in bearers.records { try add(.numberAgrees, number, record) }
    }

    /// Lists every number whose bearers are in several clusters, or too many.
    ///
    /// - Parameter masters: by record; `none` for a number that is no matched record.
    func listNumbers(_ masters: [UInt32], none: UInt32) throws {
        let types = numbers.map { "'\($0.name)'" }.joined(separator: ",")
        let select = try connection.prepare(
            "select type, value, record from identifier where type in (\(types)) order by value, type")
        var number = NumberText()
        var found = NumberBearers()
        while try select.step() {
            if !number.isSame(select.textBytes(0), select.textBytes(1)) {
                try list(number.text, found)
                number.begin(select.textBytes(0), select.textBytes(1))
                found.removeAll()
            }
            let record = select.int(2)
            guard masters.indices.contains(record), masters[record] != none else { continue }
            found.add(record, masters[record], limit)
        }
        try list(number.text, found)
    }

    private func add(_ kind: ClusterDoubt.Kind, _ evidence: String, _ record: Int) throws {
        try insert.bind(1, kind.rawValue)
        try insert.bind(2, evidence)
        try insert.bind(3, record)
        try insert.run()
    }

    private func remove(_ kind: ClusterDoubt.Kind, _ evidence: String) throws {
        try deleteEvidence.bind(1, kind.rawValue)
        try deleteEvidence.bind(2, evidence)
        try deleteEvidence.run()
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
