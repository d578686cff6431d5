public import MARC
public import Update

/// The standard numbers by which a record is found and matched, as the verdict on it has them.
public enum RecordIdentifiers {
    /// - Parameter oclcNumber: the one place of the OCLC number; nil where 035 $a and 001 say themselves.
    /// - Returns: none for holdings, which are found by their record.
    public static func of(_ record: RecordView, oclcNumber: FieldPart?) -> [(type: RecordKey, value: [UInt8])] {
        if record.kind == .holdings { return [] }
        var keys = RecordKeys(oclcNumber: oclcNumber)
        keys.make(from: record)
        return keys.list
    }
}
