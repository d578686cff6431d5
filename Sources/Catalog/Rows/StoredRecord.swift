internal import MARC

/// A record in the form in which the database keeps it.
enum StoredRecord {
    private static let longestRecord = 99_999
    private static let longestField = 9_999

    /// Appends the record as ISO 2709, or as MARCXML where it is above the limits.
    static func append(_ record: RecordView, to output: inout [UInt8]) -> RecordForm {
        let start = output.count
        output.append(contentsOf: repeatElement(0, count: 24))
        for index in 0..<24 { output[start + index] = record.leader[index] }
        var offset = 0
        func number(_ value: Int, _ digits: Int) {
            var divisor = 1
            for _ in 1..<digits { divisor *= 10 }
            while divisor > 0 { output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / divisor % 10)); divisor /= 10 }
        }
        for field in record.fields {
            output.append(field.tag.first); output.append(field.tag.second); output.append(field.tag.third)
            let length = field.value.count + 1
            number(length, 4); number(offset, 5)
            offset += length
        }
        output.append(0x1E)
        for field in record.fields { output.append(contentsOf: field.value); output.append(0x1E) }
        output.append(0x1D)
        return .iso2709
    }
}
