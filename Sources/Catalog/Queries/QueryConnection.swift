internal import MARC

/// A row of a query, whichever program gives it; columns count from 0. What it lends is valid until the next row.
protocol QueryRow {
    /// 0 for null.
    func int(_ column: Int) -> Int
    /// nil for null.
    func text(_ column: Int) -> String?
    func isNull(_ column: Int) -> Bool
    /// The bytes of a text or of bytes as they lie in the row; none for null.
    func bytes(_ column: Int) -> ByteView
}

/// A connection that is asked what SQLite and PostgreSQL understand alike.
protocol QueryConnection: AnyObject {
    associatedtype Row: QueryRow

    /// Lends every row of a query; further queries may be run meanwhile.
    ///
    /// - Parameter numbers: stand for `$1`, `$2`, which first appear in this order.
    func each(_ sql: String, _ numbers: [Int], _ body: (Row) throws -> Void) throws
    /// Runs statements, separated by semicolons, whose rows nobody wants.
    func execute(_ sql: String) throws(CatalogError)
    /// Whether rows are as they were sealed; nil where they were not.
    func isWhole(_ sealed: SealedRows, _ id: Int) throws(CatalogError) -> Bool?
}

extension QueryConnection {
    func each(_ sql: String, _ body: (Row) throws -> Void) throws { try each(sql, [], body) }

    /// The first column of a query's first row as a number; nil where there is no row or it holds none.
    func first(_ sql: String, _ numbers: [Int] = []) throws -> Int? {
        var first: Int?
        var isFirst = true
        try each(sql, numbers) { row in
            if isFirst, !row.isNull(0) { first = row.int(0) }
            isFirst = false
        }
        return first
    }
}

/// Rows that no sum covers and that are sealed instead: a table, and its rows of one number.
enum SealedRows: String, CaseIterable {
    case version, history, rematch, contributor
}
