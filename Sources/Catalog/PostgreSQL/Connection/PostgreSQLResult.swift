internal import CLibPQ
internal import MARC

/// The rows of a query, in PostgreSQL's binary form.
final class PostgreSQLResult: Sequence {
    private let handle: OpaquePointer
    let count: Int

    init(_ handle: OpaquePointer) {
        self.handle = handle
        count = Int(PQntuples(handle))
    }

    deinit { PQclear(handle) }

    var first: PostgreSQLRow? { count > 0 ? self[0] : nil }

    /// Rows that an insert, update or delete has changed.
    var changes: Int { Int(String(cString: PQcmdTuples(handle))) ?? 0 }

    subscript(row: Int) -> PostgreSQLRow { PostgreSQLRow(result: self, row: Int32(truncatingIfNeeded: row)) }

    func makeIterator() -> some IteratorProtocol<PostgreSQLRow> { (0..<count).lazy.map { self[$0] }.makeIterator() }

    /// What a row holds lies in the result, and is lent as long as that is kept.
    fileprivate func bytes(_ row: Int32, _ column: Int) -> ByteView {
        let column = Int32(truncatingIfNeeded: column)
        guard let start = PQgetvalue(handle, row, column) else { return ByteView(start: nil, count: 0) }
        let bytes = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
        return ByteView(start: bytes, count: Int(PQgetlength(handle, row, column)))
    }

    fileprivate func isNull(_ row: Int32, _ column: Int) -> Bool {
        PQgetisnull(handle, row, Int32(truncatingIfNeeded: column)) == 1
    }
}

/// A row; columns count from 0.
struct PostgreSQLRow {
    let result: PostgreSQLResult
    let row: Int32

    func isNull(_ column: Int) -> Bool { result.isNull(row, column) }

    /// The bytes of a text or of bytes as they lie in the row; none for null.
    func bytes(_ column: Int) -> ByteView { result.bytes(row, column) }

    /// nil for null.
    func text(_ column: Int) -> String? {
        isNull(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
    }

    /// A number of 2, 4 or 8 bytes; 0 for null.
    func int(_ column: Int) -> Int {
        let bytes = bytes(column)
        guard let first = bytes.first else { return 0 }
        return bytes.reduce(first >= 0x80 ? -1 : 0) { $0 << 8 | Int($1) }
    }

    /// A truth; false for null.
    func bool(_ column: Int) -> Bool { bytes(column).first == 1 }
}
