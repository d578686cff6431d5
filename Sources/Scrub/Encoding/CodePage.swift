internal import MARC

/// An encoding with a byte a character that MARC 21 does not have and no byte proves: only a profile can say that records
/// are in it.
enum CodePage: CaseIterable, Sendable {
    case windows1251
    case cp866
    case koi8r
    /// Latin letters with their marks before them, as UNIMARC has them.
    case iso5426

    var name: String {
        switch self {
        case .windows1251: "Windows-1251"
        case .cp866: "CP866"
        case .koi8r: "KOI8-R"
        case .iso5426: "ISO 5426"
        }
    }

    /// As profiles and `summary.json` write it.
    var word: String {
        switch self {
        case .windows1251: "windows1251"
        case .cp866: "cp866"
        case .koi8r: "koi8r"
        case .iso5426: "iso5426"
        }
    }

    private var table: [UInt16] {
        switch self {
        case .windows1251: CodePageTables.windows1251
        case .cp866: CodePageTables.cp866
        case .koi8r: CodePageTables.koi8r
        case .iso5426: CodePageTables.iso5426
        }
    }

    /// The character that `byte` stands for; nil where that is none.
    func character(_ byte: UInt8) -> UInt32? {
        if byte < 0x80 { return UInt32(byte) }
        let character = table[Int(byte) - 0x80]
        return character == 0 ? nil : UInt32(character)
    }

    /// Whether `byte` is a mark, which stands before the letter that it belongs to.
    func isMark(_ byte: UInt8) -> Bool { self == .iso5426 && (0xC0...0xDF).contains(byte) }

    /// Appends the text of `bytes`.
    ///
    /// - Returns: how many bytes stand for no character, or for a mark that no letter follows; U+FFFD stands for the ones,
    ///   and the others stand over a blank.
    func append(_ bytes: ByteView, to output: inout [UInt8]) -> Int {
        var unknown = 0
        var marks: [UInt32] = []
        for index in bytes.indices {
            let byte = bytes[index]
            if isMark(byte), let mark = mark(at: index, of: bytes) {
                if mark != Self.end { marks.append(mark) }
                continue
            }
            let character = character(byte)
            if character == nil { unknown += 1 }
            UTF8Text.append(character ?? 0xFFFD, to: &output)
            for mark in marks { UTF8Text.append(mark, to: &output) }
            marks.removeAll(keepingCapacity: true)
        }
        guard !marks.isEmpty else { return unknown }
        output.append(0x20)
        for mark in marks { UTF8Text.append(mark, to: &output) }
        return unknown + 1
    }

    /// Stands for the second half of a mark, which the first one was.
    private static let end: UInt32 = 0

    /// The mark at `index`, the one over two letters with its first half; nil for a half without the other and for none.
    private func mark(at index: Int, of bytes: ByteView) -> UInt32? {
        switch bytes[index] {
        case 0xDD: bytes[index...].first { $0 == 0xDE || $0 == 0xDF }.map { $0 == 0xDE ? 0x361 : 0x360 }
        case 0xDE, 0xDF: bytes[..<index].last { (0xDD...0xDF).contains($0) } == 0xDD ? Self.end : nil
        default: character(bytes[index])
        }
    }
}
