internal import MARC
internal import Update

/// A row of `holding`, from one 852: where each column's value lies in the batch's bytes, empty for none.
///
/// Source: MARC 21 Format for Holdings Data, 852.
struct HoldingSlices: Sendable {
    /// $a
    var library: RowBatch.Slice
    /// $b
    var location: RowBatch.Slice
    /// $c
    var sublocation: RowBatch.Slice
    /// $k $h $i $j $l $m in the order of the field
    var callNumber: RowBatch.Slice
    /// $t
    var copy: RowBatch.Slice
    /// $p
    var barcode: RowBatch.Slice
    /// $z, the note for the public
    var note: RowBatch.Slice

    /// The values in the order of the table's columns.
    @inline(__always)
    func forEach<Failure: Error>(_ body: (RowBatch.Slice) throws(Failure) -> Void) throws(Failure) {
        try body(library)
        try body(location)
        try body(sublocation)
        try body(callNumber)
        try body(copy)
        try body(barcode)
        try body(note)
    }
}

extension HoldingSlices {
    private static let callNumberCodes: CodeSet = "khijlm"

    init(_ field: FieldView, bytes: inout [UInt8]) {
        library = Self.join(field, "a", &bytes)
        location = Self.join(field, "b", &bytes)
        sublocation = Self.join(field, "c", &bytes)
        callNumber = Self.join(field, Self.callNumberCodes, &bytes)
        copy = Self.join(field, "t", &bytes)
        barcode = Self.join(field, "p", &bytes)
        note = Self.join(field, "z", &bytes)
    }

    /// A holding as a profile's map reads it.
    init(_ field: FieldView, in record: RecordView, _ map: HoldingsMap, bytes: inout [UInt8]) {
        func slice(_ column: HoldingsMap.Column, _ bytes: inout [UInt8]) -> RowBatch.Slice {
            let start = bytes.count
            map.append(column, of: field, in: record, to: &bytes)
            return RowBatch.Slice(
                offset: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: bytes.count - start))
        }
        library = slice(.library, &bytes)
        location = slice(.location, &bytes)
        sublocation = slice(.sublocation, &bytes)
        callNumber = slice(.callNumber, &bytes)
        copy = slice(.copy, &bytes)
        barcode = slice(.barcode, &bytes)
        note = slice(.note, &bytes)
    }

    /// The values with these codes, a blank between them.
    private static func join(_ field: FieldView, _ codes: CodeSet, _ bytes: inout [UInt8]) -> RowBatch.Slice {
        let start = bytes.count
        for subfield in field.subfields where codes.contains(subfield.code) {
            SearchText.append(subfield.value, after: start, to: &bytes)
        }
        return RowBatch.Slice(
            offset: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: bytes.count - start))
    }
}
