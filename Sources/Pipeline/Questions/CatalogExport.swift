public import Catalog
internal import MARC

/// The records of a client's database as files of them are exchanged: what `export` writes.
public enum CatalogExport {
    /// What came of it.
    public struct Outcome: Sendable, Equatable {
        public var written = 0
        /// Records that the format has no room for, or that cannot be read.
        public var leftOut: [RecordName] = []
    }

    private static let chunk = 256 << 10

    /// Writes every record, by contributor, control number and kind.
    ///
    /// - Parameters:
    ///   - contributor: a symbol; nil for all.
    ///   - version: as the database stood after it; nil for now.
    ///   - write: gets the bytes, in order.
    /// - Throws: `RunRefusal` where contributor or version are none of the database's; what `write` throws.
    public static func run(
        _ reading: any CatalogReading, contributor: String?, version: Int?, to target: Conversion.Target,
        write: ([UInt8]) throws -> Void
    ) throws -> Outcome {
        if let version { try VersionDifference.check([version], in: reading) }
        if let contributor, try reading.contributor(contributor) == nil {
            throw RunRefusal(
                "nothing was ever installed for '\(contributor)'; holdfast stats CLIENT lists the contributors")
        }
        if let version { try VersionDifference.requireImages(after: version, of: contributor, in: reading) }
        var outcome = Outcome()
        var bytes = target.head
        try reading.forEachRecord(of: contributor, after: version) { name, image in
            let isWritten = image.record?.withView { target.append($0, to: &bytes) } ?? false
            if isWritten { outcome.written += 1 } else { outcome.leftOut.append(name) }
            if bytes.count >= chunk {
                try write(bytes)
                bytes.removeAll(keepingCapacity: true)
            }
        }
        try write(bytes + target.foot)
        return outcome
    }
}
