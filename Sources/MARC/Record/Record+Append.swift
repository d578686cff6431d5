extension Record {
    /// Appends a control field.
    @specialized(where Value == ByteView)
    @specialized(where Value == [UInt8])
    public mutating func appendControl<Value: Collection<UInt8>>(_ tag: Tag, _ value: Value) {
        let offset = store(value)
        entries.append(
            FieldEntry(
                tag: tag, indicator1: 0, indicator2: 0, offset: offset, length: value.count,
                firstSubfield: UInt32(truncatingIfNeeded: subfieldEntries.count), subfieldCount: 0))
    }

    /// Appends a data field without subfields; `appendSubfield` fills the last field.
    public mutating func appendField(_ tag: Tag, _ indicator1: UInt8, _ indicator2: UInt8) {
        isWhole = false
        entries.append(
            FieldEntry(
                tag: tag, indicator1: indicator1, indicator2: indicator2,
                offset: UInt32(truncatingIfNeeded: data.count), length: 0,
                firstSubfield: UInt32(truncatingIfNeeded: subfieldEntries.count), subfieldCount: 0))
    }

    /// Appends a subfield to the field appended last; nothing happens in a record without fields.
    @specialized(where Value == ByteView)
    @specialized(where Value == [UInt8])
    public mutating func appendSubfield<Value: Collection<UInt8>>(_ code: UInt8, _ value: Value) {
        guard let last = entries.indices.last else { return }
        let offset = store(value)
        subfieldEntries.append(SubfieldEntry(code: code, offset: offset, length: value.count))
        entries[last].subfieldCount &+= 1
    }

    /// Appends a data field from text, as programs and tests write them: `[("a", "Title /"), ("c", "A. Author.")]`.
    public mutating func appendField(
        _ tag: Tag, _ indicator1: Unicode.Scalar, _ indicator2: Unicode.Scalar,
        _ subfields: [(code: Unicode.Scalar, value: String)]
    ) {
        appendField(tag, UInt8(truncatingIfNeeded: indicator1.value), UInt8(truncatingIfNeeded: indicator2.value))
        for subfield in subfields {
            appendSubfield(UInt8(truncatingIfNeeded: subfield.code.value), Array(subfield.value.utf8))
        }
    }

    /// Appends bytes to the store and says where they lie.
    @inline(__always)
    mutating func store(_ value: some Collection<UInt8>) -> UInt32 {
        let offset = UInt32(truncatingIfNeeded: data.count)
        data.append(contentsOf: value)
        isWhole = false
        return offset
    }
}
