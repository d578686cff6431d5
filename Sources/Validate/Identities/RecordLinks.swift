internal import MARC
internal import Update

/// Finds entries by which records of a full load name each other and that lead nowhere: to a host item that is not in the
/// load, or to a record that does not name the first in return.
///
/// The records are gone through twice: first which record names which, as 64-bit hashes, 15 bytes a link; then whether what
/// is named is there and returns the link.
struct RecordLinks {
    private let identities: SubmissionIdentities
    private var links = SubmissionIdentities()
    /// Entries of each code.
    private(set) var counts: (hosts: Int, oneSided: Int) = (0, 0)

    /// Entries of a code that are listed one by one.
    private static let listed = 1000

    init(among identities: SubmissionIdentities) { self.identities = identities }

    /// Whether a submission has entries that this looks at.
    static func occur(in profile: FieldProfile) -> Bool {
        LinkingEntry.tags.contains { profile[.bibliographic, $0.description + "$w"] > 0 }
    }

    /// Reports the entries in the order of the records.
    mutating func report(
        _ records: SpoolReader, _ verdicts: SpoolReader, _ policy: DefectPolicy, to defects: inout DefectWriter
    ) throws {
        try forEachBatch(records, verdicts) { links, batch in
            Self.forEachRecord(of: batch) { view, _ in links.note(view) }
        }
        try forEachBatch(records, verdicts) { links, batch in
            var log = DefectLog(files: batch.files, policy: policy)
            Self.forEachRecord(of: batch) { view, origin in links.judge(view, origin, &log) }
            try defects.write(log.defects)
        }
    }

    private mutating func forEachBatch(
        _ records: SpoolReader, _ verdicts: SpoolReader,
        _ body: (inout RecordLinks, borrowing Batch<Validated>) throws -> Void
    ) throws {
        for block in 0..<records.blockCount {
            try body(&self, verdicts.validated(block: block, on: try records.scrubbed(block: block)))
        }
    }

    private static func forEachRecord(
        of batch: borrowing Batch<Validated>, _ body: (RecordView, RecordOrigin) -> Void
    ) {
        for index in 0..<batch.count {
            let mark = batch.marks[index]
            guard mark.kind == .bibliographic, mark.intent == .keep, mark.disposition == .passed else { continue }
            batch.withRecord(index) { body($0, batch.origins[index]) }
        }
    }

    private mutating func note(_ view: RecordView) {
        guard let own = ControlNumberPlace().number(in: view) else { return }
        LinkingEntry.forEach(in: view) { entry in
            let hash = Self.hash(from: own, to: entry.number, as: entry.field.tag)
            _ = links.enter(SubmissionIdentities.Entry(hash: hash, ordinal: 0))
        }
    }

    private mutating func judge(_ view: RecordView, _ origin: RecordOrigin, _ log: inout DefectLog) {
        guard let own = ControlNumberPlace().number(in: view) else { return }
        LinkingEntry.forEach(in: view) { entry in
            if !identities.contains(HoldingsLinks.hash(entry.number)) {
                guard entry.isQualified, entry.field.tag == "773" else { return }
                counts.hosts += 1
                guard counts.hosts <= Self.listed else { return }
                log.begin(origin, control: view.control("001"), kind: .bibliographic)
                HostNotInSubmission().judge(entry, log: &log)
            } else if let returning = entry.returningTag,
                !links.contains(Self.hash(from: entry.number, to: own, as: returning))
            {
                counts.oneSided += 1
                guard counts.oneSided <= Self.listed else { return }
                log.begin(origin, control: view.control("001"), kind: .bibliographic)
                EntryNotReturned().judge(entry, returning, log: &log)
            }
        }
    }

    private static func hash(from: ByteView, to: ByteView, as tag: Tag) -> UInt64 {
        HoldingsLinks.hash(from) &* 0x9E37_79B9_7F4A_7C15 &+ HoldingsLinks.hash(to) &* 31 &+ UInt64(tag.rawValue)
    }
}

/// A linking entry that names another record of the same system by its control number.
struct LinkingEntry {
    let field: FieldView
    /// The other record's control number.
    let number: ByteView
    /// $w names the system, with the code that the record itself has in 003.
    let isQualified: Bool

    /// The entries and those which stand in the other record.
    private static let pairs: [(Tag, Tag)] = [
        ("760", "762"), ("765", "767"), ("770", "772"), ("773", "774"), ("775", "775"), ("776", "776"), ("777", "777"),
        ("780", "785"),
    ]

    static let tags: [Tag] = Array(Set(pairs.flatMap { [$0.0, $0.1] }))

    /// The tag by which the other record names this one.
    var returningTag: Tag? {
        for (one, other) in Self.pairs {
            if field.tag == one { return other }
            if field.tag == other { return one }
        }
        return nil
    }

    static func forEach(in view: RecordView, _ body: (LinkingEntry) -> Void) {
        for field in view.fields where field.tag.first == UInt8(ascii: "7") && tags.contains(field.tag) {
            for subfield in field.subfields where subfield.code == UInt8(ascii: "w") {
                if let entry = LinkingEntry(field, subfield.value, source: view.first("003")?.value) { body(entry) }
            }
        }
    }

    /// nil where the number is one of another system.
    private init?(_ field: FieldView, _ value: ByteView, source: ByteView?) {
        self.field = field
        let text = value.trimmed
        guard text.first == UInt8(ascii: "(") else {
            (number, isQualified) = (text, false)
            if text.isEmpty { return nil }
            return
        }
        guard let close = text.firstIndex(of: UInt8(ascii: ")")), close + 1 < text.count, let source,
            text.slice(1, close - 1).equals(source.trimmed)
        else { return nil }
        (number, isQualified) = (text.slice(close + 1, text.count - close - 1).trimmed, true)
    }
}
