internal import MARC

/// What is counted of a record, as an index of a flat table: for each kind of record the fields with their subfields, then
/// values of leader and 008.
enum FieldSlot {
    /// A field itself, then its subfields `a`–`z`, `0`–`9`, and all other codes together.
    static var columns: Int { 38 }
    /// The positions of the leader whose values are counted: type of record, bibliographic level, encoding level,
    /// descriptive cataloguing form.
    static var leaderPositions: InlineArray<4, Int> { [6, 7, 17, 18] }

    // Computed, so that they are constants in the code: as stored ones each is asked at every use whether it was made.
    private static var leader: Int { TagNumber.count * columns }
    private static var dateType: Int { leader + 4 * 128 }
    private static var source: Int { dateType + 128 }
    private static var elements: Int { source + 128 }
    private static var length: Int { elements + 3 }
    /// Lengths of 008 that are told apart; the last stands for all beyond.
    private static var lengths: Int { 64 }
    /// Slots for one kind of record.
    static var perKind: Int { length + lengths }
    static var count: Int { perKind * 3 }

    /// Elements of a bibliographic 008 that a shift puts out of place: whether they hold what they ought to.
    enum Element: Int, CaseIterable {
        case dateEntered, country, language

        var name: String {
            switch self {
            case .dateEntered: "008/00-05=date"
            case .country: "008/15-17=country"
            case .language: "008/35-37=language"
            }
        }
    }

    static func field(_ number: Int) -> Int { number &* columns }
    static func leader(_ index: Int, _ value: UInt8) -> Int { leader + index * 128 + Int(value & 127) }
    static func dateType(_ value: UInt8) -> Int { dateType + Int(value & 127) }
    static func source(_ value: UInt8) -> Int { source + Int(value & 127) }
    static func element(_ element: Element) -> Int { elements + element.rawValue }
    static func length(_ characters: Int) -> Int { length + min(characters, lengths - 1) }

    /// The column of a subfield, from 1.
    @inline(__always)
    static func column(_ code: UInt8) -> Int {
        if code &- 0x61 < 26 { return Int(code &- 0x60) }
        if code &- 0x30 < 10 { return Int(code &- 0x30) &+ 27 }
        return columns &- 1
    }

    /// `856$u`, `LDR/06=a`, `008 length 40`: the place of a slot of one kind in words.
    static func name(_ slot: Int) -> String {
        switch slot {
        case ..<leader: fieldName(slot / columns, slot % columns)
        case ..<dateType: leaderName(leaderPositions[(slot - leader) / 128], (slot - leader) % 128)
        case ..<source: "008/06=" + value(slot - dateType)
        case ..<elements: "008/39=" + value(slot - source)
        case ..<length: Element(rawValue: slot - elements)?.name ?? ""
        default: "008 length \(slot - length)" + (slot - length == lengths - 1 ? " or more" : "")
        }
    }

    private static func fieldName(_ number: Int, _ column: Int) -> String {
        let tag = number == TagNumber.other ? "other tags" : TagNumber.tag(number).description
        switch column {
        case 0: return tag
        case 1...26: return tag + Words.subfield(UInt8(0x60 + column))
        case 27...36: return tag + Words.subfield(UInt8(0x30 + column - 27))
        default: return tag + "$ other codes"
        }
    }

    private static func leaderName(_ position: Int, _ value: Int) -> String {
        "LDR/\(Words.twoDigits(position))=" + Self.value(value)
    }

    /// A character, a blank as `#`.
    private static func value(_ byte: Int) -> String { byte == 0x20 ? "#" : Bytes.display([UInt8(byte & 127)]) }
}
