/// An escape sequence of MARC-8: which set it puts in force, and where.
///
/// ```
/// ESC g  ESC b  ESC p  ESC s             the older technique: Greek symbols, subscript, superscript, ASCII in G0
/// ESC ( or , then B 2 3 4 N Q S or !E    a single-byte set in G0
/// ESC ) or - then B 2 3 4 N Q S or !E    a single-byte set in G1
/// ESC $ or $( or $, then 1               EACC in G0
/// ESC $) or $- then 1                    EACC in G1
/// ```
/// Source: MARC 21 Specifications, "MARC-8 Encoding Environment", "Accessing Alternate Graphic Character Sets".
struct MARC8Escape {
    var set: MARC8Set
    var isG1 = false
    /// Bytes, the escape character included.
    var length: Int
    /// Whether the intermediate characters are those of another kind of set, which happens: `(1`, `$(N`, `(E`.
    var isIrregular = false

    /// The escape sequence that `bytes` start with; nil where they do not start with one.
    init?(_ bytes: Slice<ByteView>) {
        let sequence = bytes.prefix(5)
        guard let second = sequence.dropFirst().first else { return nil }
        if let custom = MARC8Set(custom: second) {
            self.init(set: custom, length: 2)
            return
        }
        var rest = sequence.dropFirst()
        let isMultibyte = rest.first == UInt8(ascii: "$")
        if isMultibyte { rest = rest.dropFirst() }
        let side = rest.first.flatMap(Self.isG1)
        if side != nil { rest = rest.dropFirst() }
        guard isMultibyte || side != nil else { return nil }
        let isMarked = rest.first == UInt8(ascii: "!")
        if isMarked { rest = rest.dropFirst() }
        guard let final = rest.first else { return nil }
        self.init(
            final: final, isMarked: isMarked, isMultibyte: isMultibyte, hasSide: side != nil,
            isG1: side ?? false, length: rest.startIndex &- bytes.startIndex &+ 1)
    }

    private init(set: MARC8Set, length: Int) {
        self.set = set
        self.length = length
    }

    private init?(final: UInt8, isMarked: Bool, isMultibyte: Bool, hasSide: Bool, isG1: Bool, length: Int) {
        if final == UInt8(ascii: "1") {
            guard !isMarked else { return nil }
            self.init(set: .eacc, length: length)
            isIrregular = !isMultibyte
        } else {
            guard hasSide, let single = MARC8Set(singleByteFinal: final) else { return nil }
            guard !isMarked || single == .ansel else { return nil }
            self.init(set: single, length: length)
            isIrregular = isMultibyte || isMarked != (single == .ansel)
        }
        self.isG1 = isG1
    }

    /// Whether an intermediate character puts the set in G1 (true) or G0 (false); nil where it is none.
    private static func isG1(_ intermediate: UInt8) -> Bool? {
        switch intermediate {
        case UInt8(ascii: "("), UInt8(ascii: ","): false
        case UInt8(ascii: ")"), UInt8(ascii: "-"): true
        default: nil
        }
    }
}
