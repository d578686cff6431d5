/// Blocks back into batches. `spool reader` is, beside the stages, the one place that may make them.
extension SpoolReader {
    /// The places in a block of ingest's spool, with the records' bytes read from `sources`.
    public func collected(block: Int, from sources: RecordSources) throws -> Batch<Collected> {
        var batch = Batch<Collected>(files: tail.files)
        (batch.origins, batch.marks) = try places(block: block)
        batch.ends.reserveCapacity(batch.origins.count)
        try sources.read(batch.origins, into: &batch.bytes)
        var end = 0
        for origin in batch.origins {
            end += Int(origin.length)
            batch.ends.append(UInt32(truncatingIfNeeded: end))
        }
        return batch
    }

    /// The records in a block of scrub's spool.
    public func scrubbed(block: Int) throws -> Batch<Scrubbed> {
        let payload = try payload(ofBlock: block)
        let count = records(inBlock: block)
        var batch = Batch<Scrubbed>(files: tail.files)
        let isWhole = payload.withUnsafeBytes { raw -> Bool in
            var cursor = RawCursor(raw)
            guard let origins = cursor.takeArray(RecordOrigin.self, count: count),
                let marks = cursor.takeArray(Scrubbed.Mark.self, count: count),
                let ends = cursor.takeArray(UInt32.self, count: count)
            else { return false }
            cursor.align()
            guard raw.count - cursor.position >= Int(ends.last ?? 0) else { return false }
            (batch.origins, batch.marks, batch.ends, batch.bytesStart) = (origins, marks, ends, cursor.position)
            return true
        }
        guard isWhole else { throw broken(block) }
        // The records stay where they were read to.
        batch.bytes = payload
        return batch
    }

    /// The verdicts in a block of validate's spool on `records`, the same block of scrub's; those set aside are duplicates.
    public func validated(block: Int, on records: consuming Batch<Scrubbed>) throws -> Batch<Validated> {
        let payload = try payload(ofBlock: block)
        let count = self.records(inBlock: block)
        var batch = Batch<Validated>(files: tail.files)
        let isWhole = payload.withUnsafeBytes { raw -> Bool in
            var cursor = RawCursor(raw)
            guard let marks = cursor.takeArray(Validated.Mark.self, count: count),
                let keys = cursor.takeArray(UInt8.self, count: Int(marks.last?.keysEnd ?? 0))
            else { return false }
            (batch.marks, batch.keys) = (marks, keys)
            return true
        }
        guard isWhole, records.count == count else { throw broken(block) }
        (batch.origins, batch.ends, batch.bytes) = (records.origins, records.ends, records.bytes)
        batch.bytesStart = records.bytesStart
        forEachSetAside(inBlock: block) { batch.marks[$0].dispositionCode = Disposition.duplicate.rawValue }
        var numbered: Set<Int> = []
        forEach(of: tail.numberedByContent, inBlock: block) { numbered.insert($0) }
        if !numbered.isEmpty { batch.numberByContent(numbered) }
        return batch
    }

    /// The verdicts and keys in a block of validate's spool, for counting: the records are empty and their places unknown.
    public func verdicts(block: Int) throws -> Batch<Validated> {
        let first = Int(firstOrdinal(ofBlock: block))
        var records = Batch<Scrubbed>(files: tail.files)
        for index in 0..<self.records(inBlock: block) {
            records.origins.append(
                RecordOrigin(offset: 0, length: 0, ordinalInFile: 0, ordinal: first + index, file: 0))
            records.ends.append(0)
        }
        return try validated(block: block, on: records)
    }

    /// Lends the index, in the block, of each record that a later one of the submission replaces.
    func forEachSetAside(inBlock block: Int, _ body: (Int) -> Void) {
        forEach(of: tail.setAside, inBlock: block, body)
    }

    /// Lends the index in the block of each record whose ordinal stands among `ordinals`, which ascend.
    private func forEach(of ordinals: [UInt32], inBlock block: Int, _ body: (Int) -> Void) {
        guard !ordinals.isEmpty, records(inBlock: block) > 0 else { return }
        let first = firstOrdinal(ofBlock: block)
        var (low, high) = (0, ordinals.count)
        while low < high {
            let middle = (low + high) / 2
            if ordinals[middle] < first { low = middle + 1 } else { high = middle }
        }
        while low < ordinals.count, Int(ordinals[low] - first) < records(inBlock: block) {
            body(Int(ordinals[low] - first))
            low += 1
        }
    }

    func broken(_ block: Int) -> SpoolFailure {
        SpoolFailure(path: path, reason: "block \(block) does not hold what its index says")
    }
}
