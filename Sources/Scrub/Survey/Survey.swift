internal import MARC

/// One look over a record: the signs in it, and whether its bytes are UTF-8.
struct Survey {
    private(set) var signs: Signs = .always
    /// A value is not well-formed UTF-8; the signs of its characters are then of no use.
    private(set) var hasIllegalUTF8 = false
    /// No value has a byte that is not printable ASCII.
    private let isPlain: Bool

    init(_ view: RecordView) {
        var byField: [Signs] = []
        self.init(view, byField: &byField)
    }

    /// - Parameter byField: gets the signs of each field, whatever it held before; it may be longer than the record.
    init(_ view: RecordView, byField: inout [Signs]) {
        isPlain = view.hasPlainData
        var all: Signs = LeaderForm.isStored(view.leader) ? .always : [.always, .leader]
        let count = view.fields.count
        if byField.count < count { byField += repeatElement([], count: count - byField.count) }
        byField.withUnsafeMutableBufferPointer { byField in
            for field in view.fields {
                signs = []
                look(at: field)
                byField[field.index] = signs
                all.formUnion(signs)
            }
        }
        signs = all
    }

    @inline(__always) private mutating func look(at field: FieldView) {
        let tag = field.tag
        if !tag.isNumeric, !tag.isWellFormed { signs.insert(.tag) }
        signs.formUnion(Self.sign(of: tag))
        if tag == "880" { signs.formUnion(Self.sign(of: LinkedTag.of(field))) }
        if tag.isControl {
            let value = field.value
            if value.isEmpty { signs.insert(.empty) }
            if !isPlain { look(at: value, TextScan(value)) }
            return
        }
        if !Legal.indicator(field.indicator1) || !Legal.indicator(field.indicator2) { signs.insert(.indicator) }
        let subfields = field.subfields
        if subfields.count == 0 { signs.insert(.noSubfields) }
        for subfield in subfields {
            if !Legal.code(subfield.code) { signs.insert(subfield.code == 0 ? .noDelimiter : .code) }
            look(at: subfield.value)
        }
    }

    @inline(__always) private mutating func look(at value: ByteView) {
        guard let first = value.first else {
            signs.insert(.empty)
            return
        }
        let scan = TextScan(value)
        if scan.hasBlankPair { signs.insert(.blanks) }
        if !isPlain { look(at: value, scan) }
        if first == 0x20 || value.last == 0x20 { lookAtEnds(of: value) }
    }

    @inline(__always) private mutating func look(at value: ByteView, _ scan: TextScan) {
        if scan.hasHigh { lookAtCharacters(of: value) }
        if scan.hasControl { lookAtControls(of: value) }
    }

    private mutating func lookAtEnds(of value: ByteView) {
        signs.insert(value.allSatisfy { $0 == 0x20 } ? .empty : .blanks)
    }

    private mutating func lookAtControls(of value: ByteView) {
        for byte in value where byte < 0x20 || byte == 0x7F {
            switch byte {
            case Delimiter.escape: signs.insert(.escape)
            case 0x09, 0x0A, 0x0D: signs.insert(.lineBreak)
            default: signs.insert(.control)
            }
        }
    }

    private mutating func lookAtCharacters(of value: ByteView) {
        signs.insert(.nonASCII)
        if UTF8Check.firstInvalid(in: value) != nil { hasIllegalUTF8 = true }
        var index = 0
        while index < value.count {
            if value[index] >= 0xC2 { signs.formUnion(CharacterClass.signs(at: index, in: value)) }
            index &+= 1
        }
    }

    /// The sign of the fields that a rule of its own looks at.
    @inline(__always) private static func sign(of tag: Tag) -> Signs {
        switch tag.rawValue {
        case 0x303038: .field008
        case 0x303230: .field020
        case 0x303232: .field022
        case 0x303335: .field035
        case 0x303431: .field041
        case 0x303636: .field066
        case 0x333336...0x333338: .field33X
        case 0x383830: .field880
        default: []
        }
    }
}

/// What a stored record may have in its indicators and subfield codes.
enum Legal {
    /// 0-9, a-z, blank.
    @inline(__always) static func indicator(_ byte: UInt8) -> Bool { code(byte) || byte == 0x20 }

    /// 0-9, a-z.
    @inline(__always) static func code(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || byte &- 0x61 < 26 }
}
