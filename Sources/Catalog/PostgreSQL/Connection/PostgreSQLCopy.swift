internal import CLibPQ
internal import MARC

/// Rows for a table, gathered in the form in which COPY takes them: the fastest way in.
struct PostgreSQLCopy {
    /// The table with its columns, `holding(record, number)`.
    private let target: String
    private let columns: Int16
    private var bytes: [UInt8] = []
    private(set) var rows = 0

    /// - Parameter columns: their names, in the order in which values are put.
    init(_ table: String, _ columns: [String]) {
        target = "\(table)(\(columns.joined(separator: ", ")))"
        self.columns = Int16(columns.count)
        clear()
    }

    mutating func beginRow() {
        rows += 1
        PostgreSQLBytes.append(columns, to: &bytes)
    }

    @inline(__always)
    mutating func put(_ value: Int?) {
        guard let value else { return putNull() }
        PostgreSQLBytes.append(Int32(8), to: &bytes)
        PostgreSQLBytes.append(Int64(value), to: &bytes)
    }

    @inline(__always)
    mutating func put(_ value: ByteView) {
        PostgreSQLBytes.append(Int32(clamping: value.count), to: &bytes)
        bytes.append(contentsOf: value)
    }

    /// Puts text, in which no character of number 0 may stand.
    mutating func put(text value: ByteView) {
        let start = bytes.count + 4
        put(value)
        if value.contains(0) { bytes.replaceZeros(from: start) }
    }

    mutating func putNull() { PostgreSQLBytes.append(Int32(-1), to: &bytes) }

    /// Puts a value that `body` appends, whatever its length comes to.
    mutating func put(_ body: (inout [UInt8]) -> Void) {
        let place = bytes.count
        PostgreSQLBytes.append(Int32(0), to: &bytes)
        body(&bytes)
        let length = Int32(clamping: bytes.count - place - 4).bigEndian
        withUnsafeBytes(of: length) { for (index, byte) in $0.enumerated() { bytes[place + index] = byte } }
    }

    private mutating func clear() {
        rows = 0
        bytes.removeAll(keepingCapacity: true)
        // The signature, no flags, no extension of the header.
        bytes.append(contentsOf: "PGCOPY\n".utf8)
        bytes.append(contentsOf: [0xFF, 0x0D, 0x0A, 0x00, 0, 0, 0, 0, 0, 0, 0, 0])
    }

    /// Sends what has been gathered, and is empty afterwards.
    mutating func send(to connection: PostgreSQLConnection) throws(CatalogError) {
        if rows == 0 { return }
        PostgreSQLBytes.append(Int16(-1), to: &bytes)
        defer { clear() }
        try connection.copy(bytes, into: target)
    }
}

extension PostgreSQLConnection {
    /// Bytes handed to libpq at once.
    private static let piece = 1 << 20

    fileprivate func copy(_ bytes: [UInt8], into target: String) throws(CatalogError) {
        let operation = "write to"
        let opened = PQexec(handle, "copy \(target) from stdin (format binary)")
        defer { PQclear(opened) }
        guard PQresultStatus(opened) == PGRES_COPY_IN else { throw failure(opened, operation) }
        let isSent = bytes.withUnsafeBytes { raw in
            stride(from: 0, to: raw.count, by: Self.piece).allSatisfy { offset in
                let start = raw.baseAddress?.advanced(by: offset).assumingMemoryBound(to: CChar.self)
                return PQputCopyData(handle, start, Int32(min(raw.count - offset, Self.piece))) == 1
            }
        }
        guard isSent, PQputCopyEnd(handle, nil) == 1 else { throw failure(nil, operation) }
        let result = PQgetResult(handle)
        defer { PQclear(result) }
        // Nothing else may be left before the next statement.
        while let rest = PQgetResult(handle) { PQclear(rest) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure(result, operation) }
    }
}
