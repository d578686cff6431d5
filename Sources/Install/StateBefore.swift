internal import Catalog
internal import MARC
internal import Update

/// What stood of a contributor's records before its newest version, worked out from what the version changed: 16 bytes for
/// each of its changes, so that a plan can be measured without undoing it.
struct StateBefore {
    /// The content before, by the hash of the identity; 0 for a record that was not held.
    private var contents: [UInt64: UInt64] = [:]
    /// By how many records of each kind there were more.
    private var more: [String: Int] = [:]

    init(_ version: CatalogVersion, _ reading: any CatalogReading) throws {
        try reading.forEachChange(of: version.id, [.added, .replaced, .deleted, .absent]) { change in
            guard let kind = RecordKind.allCases.first(where: { $0.name == change.kind }) else { return }
            switch change.action {
            case .added: more[change.kind, default: 0] -= 1
            case .deleted, .absent: more[change.kind, default: 0] += 1
            default: break
            }
            let number = Array(change.controlNumber.utf8)
            let identity = number.withUnsafeBufferPointer { RowBatch.identityHash(kind, $0) }
            // Of several changes of a record the first has seen what stood before.
            if contents[identity] == nil { contents[identity] = change.hashBefore.map(Self.mark) ?? 0 }
        }
    }

    /// What stands for a content; never 0.
    private static func mark(_ hash: Hash128) -> UInt64 { max(1, hash.low) }

    /// How a record of the submission stood before; nil where the version did not touch it.
    func held(_ row: RowBatch.Row, _ identity: UInt64) -> (isHeld: Bool, isSame: Bool)? {
        contents[identity].map { ($0 != 0, $0 == Self.mark(row.contentHash)) }
    }

    /// By how many records of those kinds there were more.
    func more(of kinds: Set<RecordKind>) -> Int { kinds.reduce(0) { $0 + (more[$1.name] ?? 0) } }
}
