internal import MARC
internal import Update

/// Keeps the review list: doubtful matches, each kind a function of the records and the clusters.
struct SQLiteReview {
    private let limit: Int
    private let numbers: [RecordKey]
    private let connection: SQLiteConnection
    private let insert: SQLiteStatement
    private let deleteEvidence: SQLiteStatement
    private let deleteRecord: SQLiteStatement
    private let evidenceOfRecord: SQLiteStatement
    private let identifiers: SQLiteStatement
    private let bearers: SQLiteStatement

    init(_ clusters: SQLiteClusters) throws(CatalogError) {
        connection = clusters.connection
        limit = clusters.rules.limit
        numbers = clusters.rules.numbers
        insert = try connection.prepare("insert or ignore into review values (?, ?, ?)")
        deleteEvidence = try connection.prepare("delete from review where kind = ? and evidence = ?")
        deleteRecord = try connection.prepare("delete from review where record = ?1 and kind = ?2")
        evidenceOfRecord = try connection.prepare("select evidence from review where record = ?1 and kind = ?2")
        identifiers = try connection.prepare("select type, value from identifier where record = ?1")
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

    /// Brings the list up to a region that was clustered anew.
    ///
    /// - Parameters:
    ///   - records: all records of the region, in the order of the partition.
    ///   - gone: records that were deleted or replaced.
    func refresh(_ records: [Int], gone: [Int], _ partition: Partition) throws {
        var evidence = Set<String>()
        for record in records + gone {
            try deleteRecord.bind(1, record)
            try deleteRecord.bind(2, ClusterDoubt.Kind.oclcDiffers.rawValue)
            try deleteRecord.run()
            try collectEvidence(of: record, &evidence)
        }
        try list(partition, records)
        for record in records { try collectNumbers(of: record, &evidence) }
        for number in evidence { try refresh(number) }
    }

    /// What the record was listed for.
    private func collectEvidence(of record: Int, _ evidence: inout Set<String>) throws {
        try evidenceOfRecord.bind(1, record)
        try evidenceOfRecord.bind(2, ClusterDoubt.Kind.numberAgrees.rawValue)
        defer { evidenceOfRecord.reset() }
        while try evidenceOfRecord.step() { evidence.insert(evidenceOfRecord.text(0) ?? "") }
    }

    private func collectNumbers(of record: Int, _ evidence: inout Set<String>) throws {
        try identifiers.bind(1, record)
        defer { identifiers.reset() }
        while try identifiers.step() {
            guard let type = RecordKey(word: identifiers.textBytes(0)), numbers.contains(type) else { continue }
            evidence.insert("\(type.name) \(identifiers.textBytes(1).text)")
        }
    }

    /// Lists the bearers of a number where they are in several clusters, or takes them off the list.
    private func refresh(_ number: String) throws {
        try remove(.numberAgrees, number)
        let parts = number.split(separator: " ", maxSplits: 1)
        guard parts.count == 2 else { return }
        try bearers.bind(1, String(parts[1]))
        try bearers.bind(2, String(parts[0]))
        try bearers.bind(3, limit + 1)
        var records: [Int] = []
        var masters = Set<Int>()
        while try bearers.step() {
            records.append(bearers.int(0))
            masters.insert(bearers.int(1))
        }
        bearers.reset()
        guard masters.count > 1, records.count <= limit else { return }
        for record in records { try add(.numberAgrees, number, record) }
    }

    /// Lists every number whose bearers are in several clusters.
    ///
    /// - Parameter masters: by record; `none` for a number that is no matched record.
    func listNumbers(_ masters: [UInt32], none: UInt32) throws {
        let types = numbers.map { "'\($0.name)'" }.joined(separator: ",")
        let select = try connection.prepare(
            "select type, value, record from identifier where type in (\(types)) order by value, type")
        var group = NumberGroup()
        while try select.step() {
            if !group.holds(select.textBytes(0), select.textBytes(1)) {
                try end(group)
                group.begin(select.textBytes(0), select.textBytes(1))
            }
            let record = select.int(2)
            guard masters.indices.contains(record), masters[record] != none else { continue }
            group.add(record, masters[record], limit)
        }
        try end(group)
    }

    private func end(_ group: NumberGroup) throws {
        guard group.isDivided, group.records.count <= limit else { return }
        for record in group.records { try add(.numberAgrees, group.evidence, record) }
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

/// The bearers of one number, as they are read.
private struct NumberGroup {
    private var type: [UInt8] = []
    private var value: [UInt8] = []
    private(set) var records: [Int] = []
    private var firstMaster: UInt32 = 0
    private(set) var isDivided = false

    var evidence: String { String(decoding: type + [0x20] + value, as: UTF8.self) }

    func holds(_ type: ByteView, _ value: ByteView) -> Bool {
        self.value.elementsEqual(value) && self.type.elementsEqual(type)
    }

    mutating func begin(_ type: ByteView, _ value: ByteView) {
        self.type.removeAll(keepingCapacity: true)
        self.type.append(contentsOf: type)
        self.value.removeAll(keepingCapacity: true)
        self.value.append(contentsOf: value)
        records.removeAll(keepingCapacity: true)
        isDivided = false
    }

    mutating func add(_ record: Int, _ master: UInt32, _ limit: Int) {
        if records.isEmpty { firstMaster = master }
        if master != firstMaster { isDivided = true }
        if records.count <= limit { records.append(record) }
    }
}
