internal import MARC

extension SQLiteStatement: QueryRow {
    func bytes(_ column: Int) -> ByteView { blob(column) }
}

extension SQLiteConnection: QueryConnection {
    func each(_ sql: String, _ numbers: [Int], _ body: (SQLiteStatement) throws -> Void) throws {
        let select = try prepare(sql)
        for (index, number) in numbers.enumerated() { try select.bind(index + 1, number) }
        while try select.step() { try body(select) }
    }

    func isWhole(_ sealed: SealedRows, _ id: Int) throws(CatalogError) -> Bool? {
        try SQLiteSeal.isWhole(sealed, id, on: self)
    }
}
