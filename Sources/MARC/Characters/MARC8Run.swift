/// The decoding of one value: where it stands, what is in force, what was wrong.
struct MARC8Run {
    private let input: ByteView
    private var index = 0
    private(set) var output: MARC8Output
    private(set) var g0: MARC8Set
    private(set) var g1: MARC8Set
    private(set) var referenceCount = 0
    private(set) var faults: [MARC8Fault] = []
    /// The offset of the first mark that waits for its base.
    private var marksOffset = 0
    private var doubleMark = MARC8DoubleMark()

    init(_ input: ByteView, into buffer: UnsafeMutableBufferPointer<UInt8>, g0: MARC8Set, g1: MARC8Set) {
        self.input = input
        self.g0 = g0
        self.g1 = g1
        output = MARC8Output(buffer)
    }

    mutating func decode() {
        while index < input.count {
            let end = isPlain ? Self.plainEnd(in: input, from: index) : index
            if end > index {
                output.copy(input[index..<end])
                index = end
            } else {
                decodeOne()
            }
        }
        endMarks()
        if let offset = doubleMark.end() { report(.doubleMarkIncomplete, at: offset, count: 1) }
    }

    /// Whether an ASCII byte here is a character that nothing before it concerns.
    private var isPlain: Bool { g0 == .ascii && !output.hasMarks && !doubleMark.isOpen }

    private mutating func decodeOne() {
        let byte = input[index]
        switch byte {
        case 0x1B: obeyEscape()
        case 0x00...0x1F, 0x7F: passControl(byte)
        case 0x20: takeBase(0x20, length: 1)
        case 0x21...0x7E: decodeGraphic(byte, g0)
        case 0x80...0x9F: decodeControl(byte)
        default: decodeGraphic(byte, g1)
        }
    }

    private mutating func obeyEscape() {
        guard let escape = MARC8Escape(input[index...]) else {
            report(.escapeUnknown, at: index, count: min(3, input.count &- index))
            takeBase(0xFFFD, length: 1)
            return
        }
        if escape.isIrregular { report(.escapeIrregular, at: index, count: escape.length) }
        if escape.isG1 { g1 = escape.set } else { g0 = escape.set }
        index &+= escape.length
    }

    private mutating func passControl(_ byte: UInt8) {
        endMarks()
        takeBase(UInt32(byte), length: 1)
    }

    private mutating func decodeControl(_ byte: UInt8) {
        guard let character = MARC8Set.control(byte) else { return replace(.codeNotInSet, count: 1) }
        takeBase(character, length: 1)
    }

    private mutating func decodeGraphic(_ byte: UInt8, _ set: MARC8Set) {
        if set == .eacc { return decodeEACC() }
        if byte == UInt8(ascii: "&"), set == .ascii, let reference = NumericReference(input[index...]) {
            return decode(reference)
        }
        guard let cell = set.cell(byte) else { return replace(.codeNotInSet, count: 1) }
        if cell.isCombining { takeMark(cell, byte) } else { takeBase(cell.character, length: 1) }
    }

    private mutating func decode(_ reference: NumericReference) {
        switch reference {
        case .character(let character, let length):
            referenceCount &+= 1
            takeBase(character, length: length)
        case .malformed(let length):
            report(.referenceMalformed, at: index, count: length)
            takeBase(UInt32(UInt8(ascii: "&")), length: 1)
        }
    }

    private mutating func decodeEACC() {
        let code = input[index...].prefix(3)
        let half = input[index] & 0x80
        if code.count == 3,
            let character = MARC8Set.eaccCharacter(input[index], input[index &+ 1], input[index &+ 2]),
            input[index &+ 1] & 0x80 == half, input[index &+ 2] & 0x80 == half
        {
            return takeBase(character, length: 3)
        }
        let whole = code.prefix { $0 & 0x80 == half && (0x21...0x7E).contains($0 & 0x7F) }
        replace(whole.count == 3 ? .codeNotInSet : .eaccCodeCut, count: max(whole.count, 1))
    }

    private mutating func takeMark(_ cell: MARC8Cell, _ byte: UInt8) {
        if !output.hasMarks { marksOffset = index }
        if cell.isFirstHalf { doubleMark.begin(byte, at: index) }
        if cell.isSecondHalf {
            doubleMark.close(byte, at: index)
        } else {
            output.appendMark(cell.character)
        }
        index &+= 1
    }

    private mutating func takeBase(_ character: UInt32, length: Int) {
        output.appendBase(character)
        if doubleMark.isOpen, let offset = doubleMark.nextBase() { report(.doubleMarkIncomplete, at: offset, count: 1) }
        index &+= length
    }

    /// Bytes that stand for no character: U+FFFD.
    private mutating func replace(_ kind: MARC8Fault.Kind, count: Int) {
        report(kind, at: index, count: count)
        takeBase(0xFFFD, length: count)
    }

    /// Marks that no base follows stand over a blank, which is how MARC-8 itself writes a mark alone.
    private mutating func endMarks() {
        guard output.hasMarks else { return }
        report(.markWithoutBase, at: marksOffset, count: index &- marksOffset)
        output.appendBase(0x20)
    }

    private mutating func report(_ kind: MARC8Fault.Kind, at offset: Int, count: Int) {
        faults.append(MARC8Fault(kind, at: offset, count: count, in: input))
    }
}
