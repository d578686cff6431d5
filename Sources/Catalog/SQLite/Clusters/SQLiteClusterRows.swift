internal import MARC
internal import Update

/// The statements on the tables of clusters.
final class SQLiteClusterRows: ClusterRows {
    private let insertRecord: SQLiteStatement
    private let insertKey: SQLiteStatement
    private let deleteRecord: SQLiteStatement
    private let deleteKeys: SQLiteStatement
    private let updateMaster: SQLiteStatement
    private let selectKeys: SQLiteStatement
    private let selectBearers: SQLiteStatement
    private let selectRecord: SQLiteStatement
    private let selectCluster: SQLiteStatement
    private let selectIdentity: SQLiteStatement
    private let selectNumbers: SQLiteStatement

    private let connection: SQLiteConnection
    private let insertDoubt: SQLiteStatement
    private let deleteDoubts: SQLiteStatement
    private let deleteDoubtsOfRecord: SQLiteStatement
    private let selectBearersOfNumber: SQLiteStatement

    init(_ connection: SQLiteConnection) throws(CatalogError) {
        self.connection = connection
        let ofRecord =
            "id between ?1 << \(SQLiteClusterSchema.keyShift) and (?1 + 1 << \(SQLiteClusterSchema.keyShift)) - 1"
        insertRecord = try connection.prepare("insert into cluster values (?1, ?2, ?3, ?4, ?5, ?6)")
        insertKey = try connection.prepare("insert into match_key(id, key) values (?1, ?2)")
        deleteRecord = try connection.prepare("delete from cluster where record = ?1")
        deleteKeys = try connection.prepare("delete from match_key where \(ofRecord)")
        updateMaster = try connection.prepare("update cluster set master = ?2 where record = ?1")
        selectKeys = try connection.prepare("select key from match_key where \(ofRecord)")
        selectBearers = try connection.prepare("select id from match_key where key = ?1 order by id limit ?2")
        selectRecord = try connection.prepare(
            "select master, contributor, level, oclc, title from cluster where record = ?1")
        selectCluster = try connection.prepare("select record from cluster where master = ?1 order by record")
        selectIdentity = try connection.prepare(
            """
            select r.control_number, c.symbol from record r join contributor c on c.id = r.contributor where r.id = ?1
            """)
        selectNumbers = try connection.prepare("select type, value from identifier where record = ?1")
        insertDoubt = try connection.prepare("insert or ignore into review values (?, ?, ?)")
        deleteDoubts = try connection.prepare("delete from review where kind = ? and evidence = ?")
        deleteDoubtsOfRecord = try connection.prepare("delete from review where record = ?1 and kind = ?2")
        selectBearersOfNumber = try connection.prepare(
            """
            select i.record, c.master from identifier i join cluster c on c.record = i.record
            where i.value = ?1 and i.type = ?2 order by i.record limit ?3
            """)
    }

    func insert(_ record: Int, _ row: ClusterRow, _ keys: [MatchKey]) throws(CatalogError) {
        try insertRecord.bind(1, record)
        try insertRecord.bind(2, row.master)
        try insertRecord.bind(3, row.contributor)
        try insertRecord.bind(4, row.level)
        try insertRecord.bind(5, row.oclc.isEmpty ? nil : row.oclc.map(String.init).joined(separator: " "))
        try insertRecord.bind(6, row.title)
        try insertRecord.run()
        for (number, key) in keys.prefix(SQLiteClusterSchema.keysOfRecord).enumerated() {
            try insertKey.bind(1, record << SQLiteClusterSchema.keyShift | number)
            try bind(2, key, to: insertKey) { () throws(CatalogError) in try insertKey.run() }
        }
    }

    func delete(_ record: Int) throws(CatalogError) {
        try deleteRecord.bind(1, record)
        try deleteRecord.run()
        try deleteKeys.bind(1, record)
        try deleteKeys.run()
    }

    func setMaster(_ master: Int, of record: Int) throws(CatalogError) {
        try updateMaster.bind(1, record)
        try updateMaster.bind(2, master)
        try updateMaster.run()
    }

    /// The record's row; nil for one that is not matched.
    func row(_ record: Int) throws(CatalogError) -> ClusterRow? {
        try selectRecord.bind(1, record)
        defer { selectRecord.reset() }
        guard try selectRecord.step() else { return nil }
        return ClusterRow(
            master: selectRecord.int(0), contributor: selectRecord.int(1), level: selectRecord.int(2),
            oclc: Self.numbers(selectRecord.textBytes(3)), title: selectRecord.int(4))
    }

    /// The record's keys, ascending.
    func keys(of record: Int) throws(CatalogError) -> [MatchKey] {
        try selectKeys.bind(1, record)
        defer { selectKeys.reset() }
        var keys: [MatchKey] = []
        while try selectKeys.step() { keys.append(MatchKey(stored: selectKeys.blob(0))) }
        return keys
    }

    /// The records that bear a key, by their numbers; `most` of them at most.
    func bearers(of key: MatchKey, most: Int) throws(CatalogError) -> [Int] {
        try selectBearers.bind(2, most)
        var bearers: [Int] = []
        try bind(1, key, to: selectBearers) { () throws(CatalogError) in
            defer { selectBearers.reset() }
            while try selectBearers.step() { bearers.append(selectBearers.int(0) >> SQLiteClusterSchema.keyShift) }
        }
        return bearers
    }

    /// The records that have this one for their master.
    func cluster(_ master: Int) throws(CatalogError) -> [Int] {
        try selectCluster.bind(1, master)
        defer { selectCluster.reset() }
        var records: [Int] = []
        while try selectCluster.step() { records.append(selectCluster.int(0)) }
        return records
    }

    func controlNumber(of record: Int) throws(CatalogError) -> String {
        try selectIdentity.bind(1, record)
        defer { selectIdentity.reset() }
        return try selectIdentity.step() ? selectIdentity.text(0) ?? "" : ""
    }

    /// `CONTRIBUTOR/CONTROL-NUMBER`
    func identity(of record: Int) throws(CatalogError) -> String {
        try selectIdentity.bind(1, record)
        defer { selectIdentity.reset() }
        guard try selectIdentity.step() else { return "" }
        return "\(selectIdentity.text(1) ?? "")/\(selectIdentity.text(0) ?? "")"
    }

    /// The record's numbers of some kinds, as the review list names them: `isbn 9780156949606`.
    func numbers(of record: Int, of kinds: [RecordKey]) throws(CatalogError) -> Set<String> {
        try selectNumbers.bind(1, record)
        defer { selectNumbers.reset() }
        var numbers = Set<String>()
        while try selectNumbers.step() {
            guard let kind = RecordKey(word: selectNumbers.textBytes(0)), kinds.contains(kind) else { continue }
            numbers.insert("\(kind.name) \(selectNumbers.textBytes(1).text)")
        }
        return numbers
    }

    private func bind(
        _ index: Int, _ key: MatchKey, to statement: SQLiteStatement, _ body: () throws(CatalogError) -> Void
    ) throws(CatalogError) {
        let words = (key.high.bigEndian, key.low.bigEndian)
        try withUnsafeBytes(of: words) { (raw: UnsafeRawBufferPointer) throws(CatalogError) in
            try statement.bindBorrowed(index, blob: raw.bindMemory(to: UInt8.self))
            try body()
        }
    }

    /// Numbers with blanks between them.
    static func numbers(_ text: ByteView) -> [Int] {
        if text.isEmpty { return [] }
        return text.split(separator: 0x20).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    }
}

/// Everything, for making clusters anew.
extension SQLiteClusterRows {
    func lastRecord() throws -> Int { try connection.number("select max(record) from cluster") ?? 0 }

    func forEachRow(_ body: (Int, ClusterRow) throws -> Void) throws {
        let select = try connection.prepare("select record, master, contributor, level, oclc, title from cluster")
        while try select.step() {
            let row = ClusterRow(
                master: select.int(1), contributor: select.int(2), level: select.int(3),
                oclc: Self.numbers(select.textBytes(4)), title: select.int(5))
            try body(select.int(0), row)
        }
    }

    func forEachKey(_ body: (MatchKey, Int) throws -> Void) throws {
        let select = try connection.prepare("select key, id from match_key order by key, id")
        while try select.step() {
            try body(MatchKey(stored: select.blob(0)), select.int(1) >> SQLiteClusterSchema.keyShift)
        }
    }

    func forEachNumber(of kinds: [RecordKey], _ body: (ByteView, ByteView, Int) throws -> Void) throws {
        let types = kinds.map { "'\($0.name)'" }.joined(separator: ",")
        let select = try connection.prepare(
            "select type, value, record from identifier where type in (\(types)) order by value, type")
        while try select.step() { try body(select.textBytes(0), select.textBytes(1), select.int(2)) }
    }

    /// One question costs no more than its answer here.
    func expect(_ questions: ClusterQuestions) {}
}

/// The review list.
extension SQLiteClusterRows {
    func clearDoubts() throws { try connection.execute("delete from review") }

    func add(_ kind: ClusterDoubt.Kind, _ evidence: String, _ record: Int) throws {
        try insertDoubt.bind(1, kind.rawValue)
        try insertDoubt.bind(2, evidence)
        try insertDoubt.bind(3, record)
        try insertDoubt.run()
    }

    func remove(_ kind: ClusterDoubt.Kind, _ evidence: String) throws {
        try deleteDoubts.bind(1, kind.rawValue)
        try deleteDoubts.bind(2, evidence)
        try deleteDoubts.run()
    }

    func remove(_ kind: ClusterDoubt.Kind, ofRecord record: Int) throws {
        try deleteDoubtsOfRecord.bind(1, record)
        try deleteDoubtsOfRecord.bind(2, kind.rawValue)
        try deleteDoubtsOfRecord.run()
    }

    func bearers(ofNumber type: String, _ value: String, most: Int) throws -> [(record: Int, master: Int)] {
        try selectBearersOfNumber.bind(1, value)
        try selectBearersOfNumber.bind(2, type)
        try selectBearersOfNumber.bind(3, most)
        defer { selectBearersOfNumber.reset() }
        var bearers: [(record: Int, master: Int)] = []
        while try selectBearersOfNumber.step() {
            bearers.append((selectBearersOfNumber.int(0), selectBearersOfNumber.int(1)))
        }
        return bearers
    }
}

extension MatchKey {
    /// The key that a column of 16 bytes holds.
    init(stored bytes: ByteView) {
        let hash = Hash128(stored: bytes)
        self.init(high: hash.high, low: hash.low)
    }
}
