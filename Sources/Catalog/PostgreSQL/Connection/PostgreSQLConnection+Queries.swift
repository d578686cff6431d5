extension PostgreSQLRow: QueryRow {}

extension PostgreSQLConnection: QueryConnection {
    func each(_ sql: String, _ numbers: [Int], _ body: (PostgreSQLRow) throws -> Void) throws {
        try forEachRow(sql, numbers.map { .int($0) }, body)
    }

    func isWhole(_ sealed: SealedRows, _ id: Int) throws(CatalogError) -> Bool? {
        try PostgreSQLSeal.isWhole(sealed, id, on: self)
    }
}
