internal import MARC
public import Update

/// Makes the rows of validated records: the record in the form in which it is stored, its texts for searching, its
/// identifiers and its holdings.
struct RowBuilder {
    private var batch = RowBatch()
    private var hash = RowHash()
    private let reader: HoldingReader
    /// nil where holdings stand where the standard has them.
    private let mapHash: Hash128?

    private init(_ map: HoldingsMap?) {
        reader = HoldingReader(map)
        mapHash = map?.hash
    }

    /// - Parameter keysOnly: true where nothing but the records' identity is wanted, as for measuring a plan.
    static func rows(of validated: borrowing Batch<Validated>, keysOnly: Bool, _ map: HoldingsMap?) -> RowBatch {
        var builder = RowBuilder(map)
        builder.batch.rows.reserveCapacity(validated.count)
        if !keysOnly { builder.batch.bytes.reserveCapacity(validated.byteCount + validated.count * 256) }
        for index in 0..<validated.count { builder.append(index, of: validated, keysOnly: keysOnly) }
        return builder.batch
    }

    private mutating func append(_ index: Int, of validated: borrowing Batch<Validated>, keysOnly: Bool) {
        let mark = validated.marks[index]
        let none = RowBatch.Slice(offset: UInt32(truncatingIfNeeded: batch.bytes.count), length: 0)
        var row = RowBatch.Row(
            ordinal: validated.origins[index].ordinal, disposition: mark.disposition, intent: mark.intent,
            kind: mark.kind,
            form: .iso2709, contentHash: mapHash.map(mark.contentHash.marked) ?? mark.contentHash, sums: TableSums(),
            hash: none, controlNumber: none,
            title: none, author: none,
            subject: none, marc: none, identifiersEnd: 0, holdingsEnd: 0)
        row.controlNumber = validated.withControlNumber(index) { number in slice { $0.append(contentsOf: number) } }
        if !keysOnly, mark.disposition == .passed, mark.intent == .keep {
            appendIdentifiers(index, of: validated)
            validated.withRecord(index) { record in appendContent(of: record, to: &row) }
            row.identifiersEnd = UInt32(truncatingIfNeeded: batch.identifiers.count)
            row.holdingsEnd = UInt32(truncatingIfNeeded: batch.holdings.count)
            batch.rows.append(row)
            batch.rows[batch.rows.count - 1].sums = batch.sums(of: batch.rows.count - 1, &hash)
            return
        }
        row.identifiersEnd = UInt32(truncatingIfNeeded: batch.identifiers.count)
        row.holdingsEnd = UInt32(truncatingIfNeeded: batch.holdings.count)
        batch.rows.append(row)
    }

    private mutating func appendContent(of record: RecordView, to row: inout RowBatch.Row) {
        let (high, low) = (row.contentHash.high.bigEndian, row.contentHash.low.bigEndian)
        row.hash = slice { bytes in
            withUnsafeBytes(of: high) { bytes.append(contentsOf: $0) }
            withUnsafeBytes(of: low) { bytes.append(contentsOf: $0) }
        }
        row.title = slice { TitleText.append(record, to: &$0) }
        row.author = slice { AuthorText.append(record, to: &$0) }
        row.subject = slice { SubjectText.append(record, to: &$0) }
        if row.kind == .holdings, let number = RelatedRecord.number(in: record) {
            batch.identifiers.append(.init(type: .belongsTo, value: slice { $0.append(contentsOf: number) }))
        }
        reader.append(record, row.kind, to: &batch.holdings, &batch.bytes)
        var form = RecordForm.iso2709
        row.marc = slice { form = StoredRecord.append(record, to: &$0) }
        row.form = form
    }

    /// Appends the record's identifiers, each once.
    private mutating func appendIdentifiers(_ index: Int, of validated: borrowing Batch<Validated>) {
        let first = batch.identifiers.count
        validated.forEachKey(of: index) { key, value in
            guard key != .control, !value.isEmpty else { return }
            let isKnown = batch.identifiers[first...].contains { known in
                known.type == key && batch.withBytes { $0.slice(known.value).equals(value) }
            }
            if !isKnown {
                batch.identifiers.append(.init(type: key, value: slice { $0.append(contentsOf: value) }))
            }
        }
    }

    /// Where the bytes lie that `body` appends.
    private mutating func slice(_ body: (inout [UInt8]) -> Void) -> RowBatch.Slice {
        let start = batch.bytes.count
        body(&batch.bytes)
        return RowBatch.Slice(
            offset: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: batch.bytes.count - start))
    }
}

extension RowBatch {
    /// The rows of validated records, ready to be written or compared.
    ///
    /// - Parameter map: where the holdings stand; nil for where the standard has them.
    public init(of validated: borrowing Batch<Validated>, holdings map: HoldingsMap? = nil) {
        self = RowBuilder.rows(of: validated, keysOnly: false, map)
    }

    /// The identities of validated records and nothing else.
    public init(identitiesOf validated: borrowing Batch<Validated>, holdings map: HoldingsMap? = nil) {
        self = RowBuilder.rows(of: validated, keysOnly: true, map)
    }

    /// What the rows of the record at `index` come to.
    func sums(of index: Int, _ hash: inout RowHash) -> TableSums {
        withBytes { bytes in
            let row = rows[index]
            var sums = TableSums()
            hash.beginRecord(row.kind, bytes.slice(row.controlNumber))
            hash.appendRecord(
                form: row.form, hash: row.contentHash, title: bytes.slice(row.title), author: bytes.slice(row.author),
                subject: bytes.slice(row.subject), marc: bytes.slice(row.marc))
            sums.records.add(hash.hash)
            for identifier in identifiers[identifierRange(index)] {
                hash.beginRow()
                hash.appendIdentifier(identifier.type, bytes.slice(identifier.value))
                sums.identifiers.add(hash.hash)
            }
            for (number, holding) in holdings[holdingRange(index)].enumerated() {
                hash.beginRow()
                hash.appendHolding(number + 1, holding, in: bytes)
                sums.holdings.add(hash.hash)
            }
            return sums
        }
    }
}

extension RowHash {
    mutating func appendRecord(
        form: RecordForm, hash: Hash128, title: ByteView, author: ByteView, subject: ByteView, marc: ByteView
    ) {
        append(form.rawValue)
        append(Int(truncatingIfNeeded: hash.high))
        append(Int(truncatingIfNeeded: hash.low))
        append(title)
        append(author)
        append(subject)
        append(marc)
    }

    mutating func appendIdentifier(_ type: RecordKey, _ value: ByteView) {
        append(type.rawValue)
        append(value)
    }
}
