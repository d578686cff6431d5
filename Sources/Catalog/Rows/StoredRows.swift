/// Rows as they stand in the database, one for each record that was asked for.
public struct StoredRows: Sendable {
    /// As many as were asked for, in their order; one that is not held is empty.
    public var rows = RowBatch()
    /// The database's own number of the record; nil for one that is not held.
    public var ids: [Int?] = []
    /// The version that wrote the record; 0 for one that is not held.
    public var versions: [Int] = []
}
