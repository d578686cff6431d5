/// What a spool says of records, without the records: for reports, which count and point but do not read fields.
extension SpoolReader {
    /// The places in a block of ingest's spool and what ingest said of them.
    public func places(block: Int) throws -> (origins: [RecordOrigin], marks: [Collected.Mark]) {
        let payload = try payload(ofBlock: block)
        let count = records(inBlock: block)
        let parts = payload.withUnsafeBytes { raw -> ([RecordOrigin], [Collected.Mark])? in
            var cursor = RawCursor(raw)
            guard let origins = cursor.takeArray(RecordOrigin.self, count: count),
                let marks = cursor.takeArray(Collected.Mark.self, count: count)
            else { return nil }
            return (origins, marks)
        }
        guard let parts else { throw broken(block) }
        return parts
    }

    /// The verdicts in a block of validate's spool; those set aside are duplicates.
    public func verdictMarks(block: Int) throws -> [Validated.Mark] {
        let payload = try payload(ofBlock: block)
        let count = records(inBlock: block)
        let found = payload.withUnsafeBytes { raw -> [Validated.Mark]? in
            var cursor = RawCursor(raw)
            return cursor.takeArray(Validated.Mark.self, count: count)
        }
        guard var marks = found else { throw broken(block) }
        forEachSetAside(inBlock: block) { marks[$0].dispositionCode = Disposition.duplicate.rawValue }
        return marks
    }
}
