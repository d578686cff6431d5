internal import CLibPQ
internal import MARC

/// A value for a statement, in PostgreSQL's binary form.
struct PostgreSQLValue {
    /// The number of its type in PostgreSQL's catalogue.
    let type: Oid
    /// nil for null.
    let bytes: [UInt8]?

    static func int(_ value: Int?) -> PostgreSQLValue {
        PostgreSQLValue(type: PostgreSQLType.int, bytes: value.map { PostgreSQLBytes.of($0) })
    }

    static func text(_ value: String?) -> PostgreSQLValue {
        PostgreSQLValue(type: PostgreSQLType.text, bytes: value.map { PostgreSQLBytes.text(Array($0.utf8)) })
    }

    static func text(_ value: ByteView) -> PostgreSQLValue {
        PostgreSQLValue(type: PostgreSQLType.text, bytes: PostgreSQLBytes.text(Array(value)))
    }

    static func bytes(_ value: [UInt8]) -> PostgreSQLValue {
        PostgreSQLValue(type: PostgreSQLType.bytes, bytes: value)
    }

    static func ints(_ values: some Sequence<Int>) -> PostgreSQLValue {
        var array = PostgreSQLArray(of: PostgreSQLType.int)
        for value in values { array.append(value) }
        return array.value
    }

    static func texts(_ values: some Sequence<String>) -> PostgreSQLValue {
        var array = PostgreSQLArray(of: PostgreSQLType.text)
        for value in values { array.append(text: Array(value.utf8)) }
        return array.value
    }

    /// Lends values as libpq takes them.
    static func lend<Result>(
        _ values: [PostgreSQLValue],
        _ body: ([Oid], [UnsafePointer<CChar>?], [Int32], [Int32]) -> Result
    ) -> Result {
        var all: [UInt8] = []
        var starts: [Int?] = []
        for value in values {
            starts.append(value.bytes == nil ? nil : all.count)
            all.append(contentsOf: value.bytes ?? [])
        }
        // libpq takes a nil pointer for null, so a value of no bytes needs a place too.
        all.append(0)
        return all.withUnsafeBytes { raw in
            body(
                values.map(\.type),
                starts.map { start in
                    start.flatMap { raw.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
                },
                values.map { Int32(clamping: $0.bytes?.count ?? 0) }, values.map { _ in 1 })
        }
    }
}

/// The numbers of types in PostgreSQL's catalogue, which never change.
enum PostgreSQLType {
    static let bytes: Oid = 17
    static let int: Oid = 20
    static let text: Oid = 25

    static func array(of type: Oid) -> Oid {
        switch type {
        case bytes: 1001
        case int: 1016
        default: 1009
        }
    }
}

/// An array of one dimension.
struct PostgreSQLArray {
    private let type: Oid
    private var count = 0
    private var elements: [UInt8] = []

    init(of type: Oid) { self.type = type }

    mutating func append(_ value: Int?) {
        count += 1
        PostgreSQLBytes.append(Int32(value == nil ? -1 : 8), to: &elements)
        if let value { PostgreSQLBytes.append(Int64(value), to: &elements) }
    }

    mutating func append(text: some Collection<UInt8>) {
        let start = elements.count
        append(bytes: text)
        if elements[(start + 4)...].contains(0) { elements.replaceZeros(from: start + 4) }
    }

    mutating func append(bytes: (some Collection<UInt8>)?) {
        count += 1
        PostgreSQLBytes.append(Int32(clamping: bytes?.count ?? -1), to: &elements)
        if let bytes { elements.append(contentsOf: bytes) }
    }

    var value: PostgreSQLValue {
        var all: [UInt8] = []
        for number in [count == 0 ? 0 : 1, 1, Int32(type)] { PostgreSQLBytes.append(number, to: &all) }
        if count > 0 { for number in [Int32(clamping: count), 1] { PostgreSQLBytes.append(number, to: &all) } }
        return PostgreSQLValue(type: PostgreSQLType.array(of: type), bytes: all + elements)
    }
}

/// Numbers and texts as PostgreSQL's binary form has them.
enum PostgreSQLBytes {
    static func of(_ value: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        append(Int64(value), to: &bytes)
        return bytes
    }

    @inline(__always)
    static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// A text that PostgreSQL takes: it has no character of number 0.
    static func text(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0) else { return bytes }
        var copy = bytes
        copy.replaceZeros(from: 0)
        return copy
    }
}

extension [UInt8] {
    /// Puts a question mark in the place of each character of number 0, of which scrubbed records have none.
    mutating func replaceZeros(from start: Int) {
        for index in start..<count where self[index] == 0 { self[index] = UInt8(ascii: "?") }
    }
}
