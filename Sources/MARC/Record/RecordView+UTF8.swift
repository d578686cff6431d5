internal import CByteScans

extension RecordView {
    /// Whether no value has a byte that is not printable ASCII; false also where only what an edit left behind has one, or the
    /// record was put together from pieces and delimiters. Looked at 16 bytes at a time.
    public var hasPlainData: Bool {
        guard let base = data.baseAddress else { return true }
        if isWhole { return text_scan_body(base, data.count) == 0 }
        return text_scan(base, data.count) & (text_high.rawValue | text_control.rawValue) == 0
    }

    /// Whether every value of the record is well-formed UTF-8, control fields, data and subfields alike.
    ///
    /// Cheap where it is so: all bytes are looked at in one go, and a value by itself only where it could begin or end
    /// within a character, as may be after edits.
    public var isValidUTF8: Bool {
        let isWhole = UTF8Check.firstInvalid(in: data) == nil
        for entry in entries where entry.tag.isControl {
            guard isValid(Int(entry.offset), entry.length, isWhole: isWhole) else { return false }
        }
        for entry in subfieldEntries {
            guard isValid(Int(entry.offset), entry.length, isWhole: isWhole) else { return false }
        }
        return true
    }

    /// - Parameter isWhole: all bytes of the record taken together are well-formed.
    @inline(__always) private func isValid(_ offset: Int, _ length: Int, isWhole: Bool) -> Bool {
        let end = offset &+ length
        if isWhole, offset == 0 || data[offset &- 1] < 0x80, end == data.count || data[end] < 0x80 { return true }
        return UTF8Check.firstInvalid(in: data.slice(offset, length)) == nil
    }
}
