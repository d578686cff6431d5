public import MARC
public import Update

/// What a record's rows hold, for comparing and searching.
extension RowBatch {
    /// A part of a record's rows.
    public enum Part: String, Sendable, CaseIterable {
        case form, hash, title, author, subject, marc, identifiers, holdings
    }

    /// The first part in which the rows of the record at `index` are not those at the same index of `other`, byte for
    /// byte; identifiers in whatever order. nil where all are the same.
    public func firstDifference(_ index: Int, from other: RowBatch) -> Part? {
        let (mine, theirs) = (rows[index], other.rows[index])
        if mine.form != theirs.form { return .form }
        if mine.contentHash != theirs.contentHash { return .hash }
        let texts: [(Part, Slice, Slice)] = [
            (.title, mine.title, theirs.title), (.author, mine.author, theirs.author),
            (.subject, mine.subject, theirs.subject), (.marc, mine.marc, theirs.marc),
        ]
        for (part, left, right) in texts where !equals(left, right, of: other) { return part }
        if mine.sums.identifiers != theirs.sums.identifiers { return .identifiers }
        return mine.sums.holdings == theirs.sums.holdings ? nil : .holdings
    }

    private func equals(_ slice: Slice, _ theirs: Slice, of other: RowBatch) -> Bool {
        withBytes { mine in other.withBytes { mine.slice(slice).equals($0.slice(theirs)) } }
    }

    /// The control number of the record at `index`, as text.
    public func controlNumber(_ index: Int) -> String { withControlNumber(index) { $0.text } }

    /// What full-text search has of the record at `index` in one of its fields.
    public func text(_ index: Int, in field: SearchField) -> String {
        let row = rows[index]
        let slice =
            switch field {
            case .title: row.title
            case .author: row.author
            case .subject: row.subject
            }
        return withBytes { $0.slice(slice).text }
    }

    /// The identifiers of the record at `index`, each once.
    public func identifiers(_ index: Int) -> [(type: RecordKey, value: String)] {
        withBytes { bytes in identifiers[identifierRange(index)].map { ($0.type, bytes.slice($0.value).text) } }
    }

    /// Whether the stored form of the record at `index`, read by its codec, says what `record` says.
    public func says(_ index: Int, _ record: RecordView) -> Bool {
        decoded(index)?.withView { $0.says(record) } ?? false
    }

    /// Whether the stored form of the record at `index` says what that at the same index of `other` says.
    public func says(_ index: Int, as other: RowBatch) -> Bool {
        other.decoded(index)?.withView { says(index, $0) } ?? false
    }

    /// The record at `index` as its codec reads it; nil where that finds a fault.
    func decoded(_ index: Int) -> Record? {
        let row = rows[index]
        return withBytes { StoredRecord.read($0.slice(row.marc), row.form) }
    }

    /// The hash of the identity of the record at `index`.
    public func identityHash(_ index: Int) -> UInt64 {
        withControlNumber(index) { Self.identityHash(rows[index].kind, $0) }
    }

    /// The hash of an identity: of a record's kind and control number.
    public static func identityHash(_ kind: RecordKind, _ controlNumber: ByteView) -> UInt64 {
        var hash = RowHash()
        hash.beginRecord(kind, controlNumber)
        return hash.hash.low
    }
}
