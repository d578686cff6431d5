internal import MARC
internal import Update

/// A stored record held against what its own content says of it.
struct RecordAudit {
    /// A part that is not what the record's content makes of it. Another program version may have made it otherwise, so it
    /// counts only where the sum of its table is wrong as well.
    enum Part: Int, CaseIterable {
        case record, holdings, identifiers

        /// The table's name.
        var table: String {
            switch self {
            case .record: "record"
            case .holdings: "holding"
            case .identifiers: "identifier"
            }
        }

        var sum: KeyPath<TableSums, MultisetSum> {
            switch self {
            case .record: \.records
            case .holdings: \.holdings
            case .identifiers: \.identifiers
            }
        }
    }

    private var bytes: [UInt8] = []
    private var hash = RowHash()

    /// What is not as the content says: the part, and what it is, for the middle of a sentence.
    ///
    /// - Parameters:
    ///   - stored: records with their rows.
    ///   - index: which of them.
    mutating func differences(
        _ stored: RowBatch, _ index: Int, _ identifiers: [(type: RecordKey, value: [UInt8])]?, _ map: HoldingsMap?
    ) -> [(Part, String)] {
        guard let record = stored.decoded(index) else { return [(.record, "its stored form cannot be read")] }
        let row = stored.rows[index]
        stored.withControlNumber(index) { hash.beginRecord(row.kind, $0) }
        var found: [(Part, String)] = []
        if Self.contentHash(record, map) != row.contentHash {
            found.append((.record, "its content is not what was installed"))
        }
        record.withView { view in
            stored.withBytes { all in
                let texts = [all.slice(row.title), all.slice(row.author), all.slice(row.subject)]
                for name in differences(view, texts) {
                    found.append((.record, "its \(name) for searching are not those of its content"))
                }
            }
            if holdings(of: view, row.kind, map) != row.sums.holdings {
                found.append((.holdings, "its holdings are not those of its content"))
            }
        }
        if let identifiers, sum(of: identifiers) != row.sums.identifiers {
            found.append((.identifiers, "its identifiers are not those of its content"))
        }
        return found
    }

    /// Whether an image before is what its own content says.
    mutating func isWhole(_ image: StoredImage, _ map: HoldingsMap?) -> Bool {
        guard let record = StoredRecord.read(image.marc, image.form), Self.contentHash(record, map) == image.hash else {
            return false
        }
        return record.withView {
            differences($0, [image.texts.title, image.texts.author, image.texts.subject]).isEmpty
        }
    }

    /// Which texts for searching are not those that a record's content makes.
    private mutating func differences(_ view: RecordView, _ texts: [ByteView]) -> [String] {
        let makers: [(String, (RecordView, inout [UInt8]) -> Void)] = [
            ("title", TitleText.append), ("authors", AuthorText.append), ("subjects", SubjectText.append),
        ]
        var different: [String] = []
        for ((name, append), text) in zip(makers, texts) {
            bytes.removeAll(keepingCapacity: true)
            append(view, &bytes)
            if !text.elementsEqual(bytes) { different.append(name) }
        }
        return different
    }

    /// The hash that scrub has given the record's content: lengths in the leader count for nothing.
    static func contentHash(_ record: Record, _ map: HoldingsMap?) -> Hash128 {
        var record = record
        for position in Array(0...4) + Array(12...16) { record.leader[position] = UInt8(ascii: "0") }
        var bytes: [UInt8] = []
        record.withView { _ = FlatRecord.append($0, to: &bytes) }
        let hash = bytes.withUnsafeBytes { Hash128(of: $0) }
        return map.map { hash.marked(by: $0.hash) } ?? hash
    }

    private mutating func holdings(of view: RecordView, _ kind: RecordKind, _ map: HoldingsMap?) -> MultisetSum {
        var sum = MultisetSum()
        bytes.removeAll(keepingCapacity: true)
        var slices: [HoldingSlices] = []
        HoldingReader(map).append(view, kind, to: &slices, &bytes)
        bytes.withUnsafeBufferPointer { all in
            for (number, slice) in slices.enumerated() {
                hash.beginRow()
                hash.appendHolding(number + 1, slice, in: all)
                sum.add(hash.hash)
            }
        }
        return sum
    }

    private mutating func sum(of identifiers: [(type: RecordKey, value: [UInt8])]) -> MultisetSum {
        var sum = MultisetSum()
        for identifier in identifiers {
            hash.beginRow()
            identifier.value.withUnsafeBufferPointer { hash.appendIdentifier(identifier.type, $0) }
            sum.add(hash.hash)
        }
        return sum
    }
}
