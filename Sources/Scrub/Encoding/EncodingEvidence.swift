internal import MARC

/// What a record's bytes from 80 hex on could mean, counted encoding by encoding.
struct EncodingEvidence {
    /// Well-formed UTF-8 sequences of more than one byte.
    private(set) var sequences = 0
    /// Places where UTF-8 is ill-formed.
    private(set) var illegal = 0
    private(set) var marc8 = Tally()
    private(set) var latin = Tally()
    /// For the code page that the profile declares.
    private(set) var page = Tally()
    private let codePage: CodePage?
    /// The bytes from 80 hex on that occur, a bit each.
    private var seen = (low: UInt64(0), high: UInt64(0))

    /// Whether more than one of them occurs: one alone is often the remains of a quotation mark, and no letter.
    var isVaried: Bool { seen.low.nonzeroBitCount + seen.high.nonzeroBitCount > 1 }

    /// How well bytes fit an encoding.
    struct Tally {
        private(set) var total = 0
        private(set) var good = 0
        private(set) var bad = 0

        mutating func add(_ fit: Fit) {
            total += 1
            if fit == .good { good += 1 }
            if fit == .bad { bad += 1 }
        }

        /// A single byte that may well be what it is.
        var isOnePossible: Bool { total == 1 && bad == 0 }

        /// 1 where every byte makes sense, -1 where none can be.
        var score: Double { total == 0 ? 0 : Double(good - bad) / Double(total) }
    }

    /// What one byte says for an encoding.
    enum Fit {
        case good
        /// Possible, but nothing that speaks for it.
        case possible
        case bad
    }

    /// - Parameter codePage: the one that the profile declares.
    init(_ view: RecordView, codePage: CodePage? = nil) {
        self.codePage = codePage
        for field in view.fields {
            if field.tag.isControl {
                add(field.value)
            } else {
                for subfield in field.subfields { add(subfield.value) }
            }
        }
    }

    private mutating func add(_ value: ByteView) {
        guard !UTF8Check.isASCII(value) else { return }
        addSequences(of: value)
        for index in value.indices where value[index] >= 0x80 {
            let context = ByteContext(value, index)
            if context.byte < 0xC0 {
                seen.low |= 1 << UInt64(context.byte & 63)
            } else {
                seen.high |= 1 << UInt64(context.byte & 63)
            }
            marc8.add(MARC8Habit.fit(context))
            latin.add(Windows1252Habit.fit(context))
            if let codePage { page.add(CodePageHabit.fit(context, codePage)) }
        }
    }

    private mutating func addSequences(of value: ByteView) {
        var index = 0
        while index < value.count {
            let length = max(1, UTF8Check.illFormedLength(at: index, in: value))
            if value[index] >= 0x80 {
                let isSequence = length > 1 && UTF8Check.firstInvalid(in: value.slice(index, length)) == nil
                if isSequence { sequences += 1 } else { illegal += 1 }
            }
            index += length
        }
    }

    /// For messages.
    var text: String {
        "\(sequences) well-formed and \(illegal) ill-formed UTF-8 sequences; of \(marc8.total) bytes from 80 hex on, "
            + "\(marc8.good) make sense as MARC-8 (\(marc8.bad) cannot be), \(latin.good) as Windows-1252 "
            + "(\(latin.bad) cannot be)"
            + (codePage.map { ", \(page.good) as \($0.name) (\(page.bad) cannot be)" } ?? "")
    }
}

/// A byte and its neighbours in a value.
struct ByteContext {
    let value: ByteView
    let index: Int

    init(_ value: ByteView, _ index: Int) {
        self.value = value
        self.index = index
    }

    var byte: UInt8 { value[index] }
    /// 0 at the value's start.
    var previous: UInt8 { index > 0 ? value[index - 1] : 0 }
    /// 0 at the value's end.
    var next: UInt8 { index + 1 < value.count ? value[index + 1] : 0 }
    /// 0 beyond the value's end.
    var afterNext: UInt8 { index + 2 < value.count ? value[index + 2] : 0 }

    static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
    static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
    static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    var isBetweenLetters: Bool { Self.isLetter(previous) && Self.isLetter(next) }
    var isBesideLetter: Bool { Self.isLetter(previous) || Self.isLetter(next) }
    /// A year follows, after a blank or not.
    var isBeforeNumber: Bool { Self.isDigit(next) || next == 0x20 && Self.isDigit(afterNext) }
}
