public import MARC

/// Records accepted for install, or set aside, with the keys that matching needs and their content hash. Made by validate.
public enum Validated: StreamContent {
    /// The verdict on a record: 32 bytes.
    public struct Mark: BitwiseCopyable, Sendable {
        var intentCode: UInt8
        var dispositionCode: UInt8
        var kindCode: UInt8
        /// Bit 0: the record has no ISBN, ISSN or LCCN. Bit 1: scrub repaired it. Bits 2 and 3: its level.
        var flags: UInt8
        /// Where the record's keys end in the batch's keys.
        var keysEnd: UInt32
        private var unused: UInt64 = 0
        var hashLow: UInt64
        var hashHigh: UInt64

        init(_ verdict: Verdict, scrubbed: Scrubbed.Mark, keysEnd: Int) {
            intentCode = verdict.intent.rawValue
            dispositionCode = verdict.disposition.rawValue
            kindCode = verdict.kind.rawValue
            flags = (verdict.lacksStandardNumber ? 1 : 0) | (scrubbed.isRepaired ? 2 : 0) | verdict.level.rawValue << 2
            self.keysEnd = UInt32(truncatingIfNeeded: keysEnd)
            hashLow = scrubbed.hashLow
            hashHigh = scrubbed.hashHigh
        }

        public var intent: Intent { Intent(rawValue: intentCode) ?? .keep }
        /// `passed`, `rejected`, `duplicate` or `out-of-scope`.
        public var disposition: Disposition { Disposition(rawValue: dispositionCode) ?? .rejected }
        public var kind: RecordKind { RecordKind(rawValue: kindCode) ?? .bibliographic }
        /// No ISBN, ISSN or LCCN: hard to match with other contributors' records.
        public var lacksStandardNumber: Bool { flags & 1 != 0 }
        public var isRepaired: Bool { flags & 2 != 0 }
        /// By the worst defect that is left in it.
        public var level: Level { Level(rawValue: flags >> 2 & 3) ?? .critical }
        /// The hash of the record's flat form.
        public var contentHash: Hash128 { Hash128(low: hashLow, high: hashHigh) }
    }
}

/// What a record can be found and matched by, in its normal form.
public enum RecordKey: UInt8, Sendable, CaseIterable {
    /// The number that identifies the record within its contributor.
    case control = 0
    case isbn = 1
    case issn = 2
    case lccn = 3
    case oclc = 4
    /// Of a holdings record: the number of the bibliographic record that it belongs to. Not made by validate.
    case belongsTo = 5

    /// The word in the client database.
    public var name: String {
        switch self {
        case .control: "control"
        case .isbn: "isbn"
        case .issn: "issn"
        case .lccn: "lccn"
        case .oclc: "oclc"
        case .belongsTo: "belongs-to"
        }
    }
}

/// One record's verdict, as validate makes it before it enters a batch.
public struct Verdict: Sendable {
    public var disposition: Disposition
    public var intent: Intent
    public var kind: RecordKind
    public var lacksStandardNumber: Bool
    /// By the worst defect that is left in the record.
    public var level = Level.clean
    /// The keys, the control number first; each is its kind, its length in two bytes (low first), its bytes.
    @usableFromInline var keys: [UInt8] = []

    public init(disposition: Disposition, intent: Intent, kind: RecordKind, lacksStandardNumber: Bool = false) {
        self.disposition = disposition
        self.intent = intent
        self.kind = kind
        self.lacksStandardNumber = lacksStandardNumber
    }

    /// Adds a key in its normal form; one of more than 65,535 bytes is cut.
    @inlinable public mutating func addKey(_ key: RecordKey, _ value: some Collection<UInt8>) {
        let length = Swift.min(value.count, 0xFFFF)
        // The keys of most records: one allocation instead of four.
        if keys.isEmpty { keys.reserveCapacity(96) }
        keys.append(key.rawValue)
        keys.append(UInt8(truncatingIfNeeded: length))
        keys.append(UInt8(truncatingIfNeeded: length >> 8))
        keys.append(contentsOf: value.prefix(length))
    }
}

extension Batch where Content == Validated {
    /// The records of `scrubbed` with a verdict on each, in the same order; a record beyond the verdicts is rejected.
    @_spi(Validate) public init(judging scrubbed: consuming Batch<Scrubbed>, verdicts: [Verdict]) {
        self.init(files: scrubbed.files)
        for index in scrubbed.marks.indices {
            let mark = scrubbed.marks[index]
            let verdict =
                index < verdicts.count
                ? verdicts[index] : Verdict(disposition: .rejected, intent: mark.intent, kind: .bibliographic)
            keys.append(contentsOf: verdict.keys)
            marks.append(.init(verdict, scrubbed: mark, keysEnd: keys.count))
        }
        origins = scrubbed.origins
        ends = scrubbed.ends
        bytes = scrubbed.bytes
        bytesStart = scrubbed.bytesStart
    }

    /// Lends the record at `index`; an empty record where there is none.
    public func withRecord<Result>(_ index: Int, _ body: (RecordView) throws -> Result) rethrows -> Result {
        try withFlatRecord(index, body)
    }

    /// Lends the keys of the record at `index`, in the order in which they were added.
    public func forEachKey(of index: Int, _ body: (RecordKey, ByteView) throws -> Void) rethrows {
        try keys.withUnsafeBufferPointer { all in
            guard marks.indices.contains(index) else { return }
            var position = index == 0 ? 0 : Int(marks[index - 1].keysEnd)
            let end = Int(marks[index].keysEnd)
            while position + 3 <= end, end <= all.count {
                let length = Int(all[position + 1]) | Int(all[position + 2]) << 8
                guard position + 3 + length <= end else { return }
                if let key = RecordKey(rawValue: all[position]) { try body(key, all.slice(position + 3, length)) }
                position += 3 + length
            }
        }
    }

    /// Lends the control number of the record at `index`; an empty view where it has none.
    public func withControlNumber<Result>(_ index: Int, _ body: (ByteView) throws -> Result) rethrows -> Result {
        try keys.withUnsafeBufferPointer { all in
            guard marks.indices.contains(index) else { return try body(ByteView(start: nil, count: 0)) }
            let start = index == 0 ? 0 : Int(marks[index - 1].keysEnd)
            guard start + 3 <= Int(marks[index].keysEnd), all[start] == RecordKey.control.rawValue else {
                return try body(ByteView(start: nil, count: 0))
            }
            return try body(all.slice(start + 3, Int(all[start + 1]) | Int(all[start + 2]) << 8))
        }
    }
}

extension Batch where Content == Validated {
    /// Puts the content's number behind the control number of each record in `chosen`.
    mutating func numberByContent(_ chosen: Set<Int>) {
        let before = self
        keys.removeAll(keepingCapacity: true)
        for index in marks.indices {
            var verdict = Verdict(disposition: .passed, intent: .keep, kind: .holdings)
            before.forEachKey(of: index) { key, value in
                let isNumber = key == .control && chosen.contains(index)
                if isNumber {
                    verdict.addKey(key, marks[index].contentHash.numbering(value))
                } else {
                    verdict.addKey(key, value)
                }
            }
            keys.append(contentsOf: verdict.keys)
            marks[index].keysEnd = UInt32(truncatingIfNeeded: keys.count)
        }
    }
}

extension Hash128 {
    /// `control`, a slash, and half of this hash of the record's content: what tells holdings with one number apart.
    public func numbering(_ control: some Collection<UInt8>) -> [UInt8] {
        Array(control) + Array("/\(hexadecimal.prefix(16))".utf8)
    }
}
