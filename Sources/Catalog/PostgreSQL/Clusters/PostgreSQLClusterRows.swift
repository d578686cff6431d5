internal import MARC
internal import Update

/// The statements on the tables of clusters. What is written is gathered and sent together; what will be asked is fetched
/// together, where it is said beforehand.
final class PostgreSQLClusterRows: ClusterRows {
    let connection: PostgreSQLConnection
    private var answers = PostgreSQLClusterAnswers()
    private var rows = PostgreSQLCopy("cluster", ["record", "master", "contributor", "level", "oclc", "title"])
    private var keys = PostgreSQLCopy("match_key", ["record", "key"])
    private var masters: (records: [Int], masters: [Int]) = ([], [])
    private var doubts = PostgreSQLDoubts()

    /// Rows and masters gathered at most.
    private static let most = 10_000

    init(_ connection: PostgreSQLConnection) { self.connection = connection }

    // MARK: Writing

    func insert(_ record: Int, _ row: ClusterRow, _ borne: [MatchKey]) throws {
        rows.beginRow()
        for number in [record, row.master, row.contributor, row.level] { rows.put(number) }
        if row.oclc.isEmpty {
            rows.putNull()
        } else {
            rows.put { $0.append(contentsOf: row.oclc.map(String.init).joined(separator: " ").utf8) }
        }
        rows.put(row.title)
        for key in borne {
            keys.beginRow()
            keys.put(record)
            keys.put { $0.append(contentsOf: key.stored) }
        }
        answers = PostgreSQLClusterAnswers()
        if rows.rows >= Self.most { try send() }
    }

    func delete(_ records: [Int]) throws {
        try send()
        for table in ["cluster", "match_key"] {
            try connection.query("delete from \(table) where record = any($1)", [.ints(records)])
        }
        answers = PostgreSQLClusterAnswers()
    }

    func setMaster(_ master: Int, of record: Int) throws {
        masters.records.append(record)
        masters.masters.append(master)
        answers.rows = [:]
        answers.bearersOfNumbers = [:]
        if masters.records.count >= Self.most { try send() }
    }

    /// Sends what has been gathered for the rows and keys.
    func send() throws {
        try rows.send(to: connection)
        try keys.send(to: connection)
        if masters.records.isEmpty { return }
        try connection.query(
            """
            update cluster c set master = n.master from unnest($1::bigint[], $2::bigint[]) n(record, master)
            where c.record = n.record
            """, [.ints(masters.records), .ints(masters.masters)])
        masters = ([], [])
    }

    /// Sends everything that has been gathered.
    func finish() throws {
        try send()
        try doubts.send(to: connection)
        answers = PostgreSQLClusterAnswers()
    }

    // MARK: Questions

    func expect(_ questions: ClusterQuestions) throws {
        try send()
        try answers.fetch(questions, on: connection)
    }

    func row(_ record: Int) throws -> ClusterRow? {
        if let known = answers.rows[record] { return known?.row }
        try expect(.rows([record]))
        return answers.rows[record]??.row
    }

    func controlNumber(of record: Int) throws -> String {
        if let known = answers.rows[record] { return known?.controlNumber ?? "" }
        return try connection.text("select control_number from record where id = $1", [.int(record)]) ?? ""
    }

    func identity(of record: Int) throws -> String {
        try connection.text(
            """
            select c.symbol || '/' || r.control_number from record r join contributor c on c.id = r.contributor
            where r.id = $1
            """, [.int(record)]) ?? ""
    }

    func keys(of record: Int) throws -> [MatchKey] {
        if answers.keys[record] == nil { try expect(.keys([record])) }
        return answers.keys[record] ?? []
    }

    func bearers(of key: MatchKey, most: Int) throws -> [Int] {
        if answers.bearers.most != most || answers.bearers.found[key] == nil {
            try expect(.bearers([key], most: most))
        }
        return answers.bearers.found[key] ?? []
    }

    func numbers(of record: Int, of kinds: [RecordKey]) throws -> Set<String> {
        if answers.numbers[record] == nil { try expect(.numbers([record])) }
        let own = answers.numbers[record] ?? []
        return Set(own.lazy.filter { kinds.contains($0.type) }.map { "\($0.type.name) \($0.value)" })
    }

    func bearers(ofNumber type: String, _ value: String, most: Int) throws -> [(record: Int, master: Int)] {
        let number = "\(type) \(value)"
        if answers.bearersOfNumbers[number] == nil { try expect(.bearersOfNumbers([(type, value)], most: most)) }
        return answers.bearersOfNumbers[number] ?? []
    }

    /// The records that have this one for their master.
    func cluster(_ master: Int) throws -> [Int] {
        try send()
        return try connection.query("select record from cluster where master = $1 order by record", [.int(master)])
            .map { $0.int(0) }
    }
}

/// Everything, for making clusters anew.
extension PostgreSQLClusterRows {
    func lastRecord() throws -> Int {
        try send()
        return try connection.number("select max(record) from cluster") ?? 0
    }

    func forEachRow(_ body: (Int, ClusterRow) throws -> Void) throws {
        try send()
        try connection.forEachRow("select record, master, contributor, level, oclc, title from cluster") { row in
            try body(row.int(0), ClusterRow(row, from: 1))
        }
    }

    func forEachKey(_ body: (MatchKey, Int) throws -> Void) throws {
        try send()
        try connection.forEachRow("select key, record from match_key order by key, record") { row in
            try body(MatchKey(stored: row.bytes(0)), row.int(1))
        }
    }

    func forEachNumber(of kinds: [RecordKey], _ body: (ByteView, ByteView, Int) throws -> Void) throws {
        try connection.forEachRow(
            "select type, value, record from identifier where type = any($1) order by value, type",
            [.texts(kinds.map(\.name))]
        ) { row in try body(row.bytes(0), row.bytes(1), row.int(2)) }
    }
}

/// The review list.
extension PostgreSQLClusterRows {
    func clearDoubts() throws {
        doubts = PostgreSQLDoubts()
        try connection.execute("delete from review")
    }

    func add(_ kind: ClusterDoubt.Kind, _ evidence: String, _ record: Int) throws {
        doubts.add(kind, evidence, record)
        if doubts.isMuch { try doubts.send(to: connection) }
    }

    func remove(_ kind: ClusterDoubt.Kind, _ evidence: String) throws { doubts.remove(kind, evidence) }

    func remove(_ kind: ClusterDoubt.Kind, ofRecord record: Int) throws { doubts.remove(kind, ofRecord: record) }
}

extension ClusterRow {
    /// - Parameter column: that of the master; contributor, level, OCLC numbers and title follow.
    init(_ row: PostgreSQLRow, from column: Int) {
        self.init(
            master: row.int(column), contributor: row.int(column + 1), level: row.int(column + 2),
            oclc: SQLiteClusterRows.numbers(row.bytes(column + 3)), title: row.int(column + 4))
    }
}

extension MatchKey {
    /// The 16 bytes of a column.
    var stored: [UInt8] { Hash128(low: low, high: high).stored }
}
