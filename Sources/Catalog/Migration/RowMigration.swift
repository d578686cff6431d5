internal import MARC
internal import Update

/// What becomes of rows and sums when a database of the earlier format comes to the present one: holdings get their URL and
/// summary, items rows of their own, and holdings records say which record they belong to.
///
/// Sums are moved by the difference that this makes and never made anew, so that an audit finds afterwards what it would
/// have found before.
struct RowMigration {
    /// A record's rows in the present format.
    struct Rows {
        /// nil where they are as they were.
        var holdings: [HoldingSlices]?
        /// What the holdings' slices lie in.
        var bytes: [UInt8] = []
        /// nil where the record belongs to none.
        var belongsTo: [UInt8]?
    }

    /// Where holdings stand, by contributor; one without has them where the standard does.
    private let maps: [Int: HoldingsMap]
    /// By how much the sums differ of what stands, by contributor.
    private var standing: [Int: TableSums] = [:]
    /// The same of what a version wrote, and of what it replaced or deleted.
    private var written: [Int: TableSums] = [:]
    private var taken: [Int: TableSums] = [:]
    private var hash = RowHash()

    /// - Parameter maps: by the contributor's symbol.
    init(_ maps: [String: HoldingsMap], _ contributors: [CatalogContributor]) {
        let known = contributors.compactMap { contributor in maps[contributor.symbol].map { (contributor.id, $0) } }
        self.maps = Dictionary(uniqueKeysWithValues: known)
    }

    /// The rows of a record as it stands, or as it stood before a change; nil where they are as they were.
    ///
    /// - Parameter image: its `change` is 0 for a record that stands.
    mutating func rows(of image: StoredImage, _ contributor: Int) -> Rows? {
        guard let record = StoredRecord.read(image.marc, image.form) else { return nil }
        var rows = Rows()
        var difference = TableSums()
        let reader = reader(of: record, image.hash, contributor)
        record.withView { view in
            hash.beginRecord(image.kind, image.controlNumber)
            if image.kind == .holdings, let number = RelatedRecord.number(in: view) {
                rows.belongsTo = Array(number)
                hash.beginRow()
                hash.appendIdentifier(.belongsTo, number)
                difference.identifiers.add(hash.hash)
            }
            guard let reader else { return }
            var holdings: [HoldingSlices] = []
            reader.append(view, image.kind, to: &holdings, &rows.bytes)
            difference.holdings = sum(of: holdings, rows.bytes)
            difference.holdings -= image.sums.holdings
            if difference.holdings != MultisetSum() { rows.holdings = holdings }
        }
        if difference == TableSums() { return nil }
        written[image.version, default: TableSums()] += difference
        if image.change == 0 {
            standing[contributor, default: TableSums()] += difference
        } else {
            taken[image.change >> 32, default: TableSums()] += difference
        }
        return rows
    }

    /// What the record's holdings were read by, as its hash shows; nil where that has changed since: the next load writes
    /// such a record anew.
    private func reader(of record: Record, _ hash: Hash128, _ contributor: Int) -> HoldingReader? {
        let content = RecordAudit.contentHash(record, nil)
        if content == hash { return HoldingReader(nil) }
        guard let map = maps[contributor], content.marked(by: map.hash) == hash else { return nil }
        return HoldingReader(map)
    }

    private mutating func sum(of holdings: [HoldingSlices], _ bytes: [UInt8]) -> MultisetSum {
        var sum = MultisetSum()
        bytes.withUnsafeBufferPointer { all in
            for (index, holding) in holdings.enumerated() {
                hash.beginRow()
                hash.appendHolding(index + 1, holding, in: all)
                sum.add(hash.hash)
            }
        }
        return sum
    }

    /// The sums kept that change, by contributor.
    func sums(_ kept: [Int: TableSums]) -> [Int: TableSums] {
        var moved: [Int: TableSums] = [:]
        for (contributor, difference) in standing {
            var sums = kept[contributor] ?? TableSums()
            sums += difference
            moved[contributor] = sums
        }
        return moved
    }

    /// What the contributor's rows came to before each version of which that changes.
    ///
    /// - Parameter versions: all that stand, the oldest first.
    func sumsBefore(_ versions: [CatalogVersion]) -> [(version: Int, sums: TableSums)] {
        var differences = standing
        var moved: [(version: Int, sums: TableSums)] = []
        for version in versions.reversed() {
            var difference = differences[version.contributor] ?? TableSums()
            difference += taken[version.id] ?? TableSums()
            difference -= written[version.id] ?? TableSums()
            differences[version.contributor] = difference
            if difference == TableSums() { continue }
            difference += version.sumsBefore
            moved.append((version.id, difference))
        }
        return moved
    }
}

extension StoredImage {
    /// A record as it stands.
    ///
    /// - Parameter bytes: those of `rows`.
    init(_ rows: RowBatch, _ index: Int, version: Int, _ bytes: ByteView) {
        let row = rows.rows[index]
        self.init(
            change: 0, version: version, sums: row.sums, kind: row.kind, controlNumber: bytes.slice(row.controlNumber),
            form: row.form, hash: row.contentHash,
            texts: (bytes.slice(row.title), bytes.slice(row.author), bytes.slice(row.subject)),
            marc: bytes.slice(row.marc))
    }
}
