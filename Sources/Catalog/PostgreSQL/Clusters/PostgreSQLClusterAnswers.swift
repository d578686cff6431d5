internal import MARC
internal import Update

/// Answers of the tables of clusters that were fetched together. An entry that is there is the answer; nil or empty in it
/// says that there is nothing.
struct PostgreSQLClusterAnswers {
    var rows: [Int: (row: ClusterRow, controlNumber: String)?] = [:]
    var keys: [Int: [MatchKey]] = [:]
    var bearers: (most: Int, found: [MatchKey: [Int]]) = (0, [:])
    var numbers: [Int: [(type: RecordKey, value: String)]] = [:]
    var bearersOfNumbers: [String: [(record: Int, master: Int)]] = [:]

    /// Fetches the answers to some questions, in the place of those to others of the same kind.
    mutating func fetch(_ questions: ClusterQuestions, on connection: PostgreSQLConnection) throws(CatalogError) {
        switch questions {
        case .rows(let records): try fetchRows(records, connection)
        case .keys(let records): try fetchKeys(records, connection)
        case .bearers(let keys, let most): try fetchBearers(keys, most, connection)
        case .numbers(let records): try fetchNumbers(records, connection)
        case .bearersOfNumbers(let numbers, let most): try fetchBearers(of: numbers, most, connection)
        }
    }

    private mutating func fetchRows(_ records: [Int], _ connection: PostgreSQLConnection) throws(CatalogError) {
        rows = [:]
        for record in records { rows[record] = .some(nil) }
        let found = try connection.query(
            """
            select c.record, c.master, c.contributor, c.level, c.oclc, c.title, r.control_number
            from cluster c join record r on r.id = c.record where c.record = any($1)
            """, [.ints(records)])
        for row in found { rows[row.int(0)] = (ClusterRow(row, from: 1), row.text(6) ?? "") }
    }

    private mutating func fetchKeys(_ records: [Int], _ connection: PostgreSQLConnection) throws(CatalogError) {
        keys = [:]
        for record in records { keys[record] = [] }
        let found = try connection.query(
            "select record, key from match_key where record = any($1) order by record, key", [.ints(records)])
        for row in found { keys[row.int(0), default: []].append(MatchKey(stored: row.bytes(1))) }
    }

    private mutating func fetchBearers(
        _ keys: [MatchKey], _ most: Int, _ connection: PostgreSQLConnection
    ) throws(CatalogError) {
        bearers = (most, [:])
        var array = PostgreSQLArray(of: PostgreSQLType.bytes)
        for key in keys {
            bearers.found[key] = []
            array.append(bytes: key.stored)
        }
        let found = try connection.query(
            """
            select k.key, m.record from unnest($1::bytea[]) k(key) cross join lateral (
                select record from match_key where match_key.key = k.key order by record limit $2) m
            """, [array.value, .int(most)])
        for row in found { bearers.found[MatchKey(stored: row.bytes(0)), default: []].append(row.int(1)) }
    }

    private mutating func fetchNumbers(_ records: [Int], _ connection: PostgreSQLConnection) throws(CatalogError) {
        numbers = [:]
        for record in records { numbers[record] = [] }
        let found = try connection.query(
            "select record, type, value from identifier where record = any($1)", [.ints(records)])
        for row in found {
            guard let type = RecordKey(word: row.bytes(1)) else { continue }
            numbers[row.int(0), default: []].append((type, row.text(2) ?? ""))
        }
    }

    private mutating func fetchBearers(
        of numbers: [(type: String, value: String)], _ most: Int, _ connection: PostgreSQLConnection
    ) throws(CatalogError) {
        bearersOfNumbers = [:]
        for number in numbers { bearersOfNumbers["\(number.type) \(number.value)"] = [] }
        let isIdentifier = PostgreSQLSchema.isIdentifier("i", type: "n.type", value: "n.value")
        let found = try connection.query(
            """
            select n.type, n.value, b.record, b.master from unnest($1::text[], $2::text[]) n(type, value)
                cross join lateral (select i.record, c.master from identifier i join cluster c on c.record = i.record
                    where \(isIdentifier) order by i.record limit $3) b
            """, [.texts(numbers.map(\.type)), .texts(numbers.map(\.value)), .int(most)])
        for row in found {
            let number = "\(row.text(0) ?? "") \(row.text(1) ?? "")"
            bearersOfNumbers[number, default: []].append((row.int(2), row.int(3)))
        }
    }
}
