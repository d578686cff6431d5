internal import MARC
internal import Update

/// How the words of the program stand in columns.
extension RecordKind {
    /// The word's bytes, which stay for the program's life.
    var word: ByteView {
        switch self {
        case .bibliographic: ByteView("bibliographic")
        case .holdings: ByteView("holdings")
        case .authority: ByteView("authority")
        }
    }

    init(word: ByteView) {
        self = word.equals("bibliographic") ? .bibliographic : word.equals("holdings") ? .holdings : .authority
    }
}

extension RecordKey {
    /// The word's bytes, which stay for the program's life.
    var word: ByteView {
        switch self {
        case .control: ByteView("control")
        case .isbn: ByteView("isbn")
        case .issn: ByteView("issn")
        case .lccn: ByteView("lccn")
        case .oclc: ByteView("oclc")
        case .belongsTo: ByteView("belongs-to")
        }
    }

    init?(word: ByteView) {
        guard let key = Self.allCases.first(where: { $0.word.equals(word) }) else { return nil }
        self = key
    }
}

extension RecordForm {
    /// The word's bytes, which stay for the program's life.
    var word: ByteView { ByteView(name) }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// The bytes of a text of the program.
    @inline(__always)
    init(_ literal: StaticString) { self.init(start: literal.utf8Start, count: literal.utf8CodeUnitCount) }
}

extension Hash128 {
    /// The hash that a column of 16 bytes holds, the high half first; zero where it holds anything else.
    init(stored bytes: ByteView) {
        guard bytes.count == 16, let start = bytes.baseAddress else {
            self.init()
            return
        }
        let raw = UnsafeRawPointer(start)
        self.init(
            low: UInt64(bigEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)),
            high: UInt64(bigEndian: raw.loadUnaligned(as: UInt64.self)))
    }

    /// The 16 bytes of the column, the high half first, so that `hex()` shows what reports show.
    var stored: [UInt8] {
        (0..<16).map { UInt8(truncatingIfNeeded: ($0 < 8 ? high : low) >> UInt64(56 - $0 % 8 * 8)) }
    }
}
