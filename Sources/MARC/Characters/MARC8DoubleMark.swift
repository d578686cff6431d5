/// A mark over two letters, which MARC-8 writes in two halves: `EB t EC s` is a ligature, `FA n FB g` a double tilde.
///
/// Unicode has one character for both halves, behind the first letter, so that the second half writes nothing; it only
/// tells whether the mark is complete.
struct MARC8DoubleMark {
    /// The byte of a half, and its offset in the value.
    private typealias Half = (byte: UInt8, offset: Int)

    /// The first half over the last letter, and the halves that stand before the letter to come.
    private var first: Half?
    private var nextFirst: Half?
    private var nextSecond: Half?

    /// Whether anything waits for a letter.
    var isOpen: Bool { first != nil || nextFirst != nil || nextSecond != nil }

    /// A first half: EB or FA (6B or 7A in G0).
    mutating func begin(_ byte: UInt8, at offset: Int) { nextFirst = (byte & 0x7F, offset) }

    /// A second half: EC or FB (6C or 7B in G0).
    mutating func close(_ byte: UInt8, at offset: Int) { nextSecond = (byte & 0x7F, offset) }

    /// Notes that a letter came. Gives the offset of a half that lacks its other half, if there is one.
    mutating func nextBase() -> Int? {
        defer { (first, nextFirst, nextSecond) = (nextFirst, nil, nil) }
        guard let first, let nextSecond else { return (first ?? nextSecond)?.offset }
        return nextSecond.byte == first.byte &+ 1 ? nil : nextSecond.offset
    }

    /// The value is over: as `nextBase`.
    mutating func end() -> Int? {
        let offset = nextBase() ?? first?.offset
        self = MARC8DoubleMark()
        return offset
    }
}
