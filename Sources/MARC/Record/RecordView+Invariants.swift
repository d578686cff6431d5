extension RecordView {
    /// Whether every field lies inside the data and every subfield inside the entries and the data.
    ///
    /// Checked once for bytes from outside, so that reading a field needs no check of its own.
    @usableFromInline var entriesLieInside: Bool {
        for entry in entries {
            guard Int(entry.offset) + entry.length <= data.count,
                Int(entry.firstSubfield) + Int(entry.subfieldCount) <= subfieldEntries.count
            else { return false }
        }
        for entry in subfieldEntries where Int(entry.offset) + entry.length > data.count { return false }
        return true
    }
}
