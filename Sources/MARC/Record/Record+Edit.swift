/// Edits, by the index of a field (from 0) and of a subfield within its field (from 0). An index outside the record
/// changes nothing.
extension Record {
    public mutating func setTag(of field: Int, to tag: Tag) {
        guard entries.indices.contains(field) else { return }
        isWhole = false
        entries[field].tag = tag
    }

    public mutating func setIndicator1(of field: Int, to value: UInt8) {
        guard entries.indices.contains(field) else { return }
        isWhole = false
        entries[field].indicator1 = value
    }

    public mutating func setIndicator2(of field: Int, to value: UInt8) {
        guard entries.indices.contains(field) else { return }
        isWhole = false
        entries[field].indicator2 = value
    }

    /// Replaces a control field's data.
    @specialized(where Value == ByteView)
    @specialized(where Value == [UInt8])
    public mutating func setControl<Value: Collection<UInt8>>(_ field: Int, to value: Value) {
        guard entries.indices.contains(field) else { return }
        let offset = store(value)
        entries[field].offset = offset
        entries[field].length = value.count
    }

    public mutating func removeField(_ field: Int) {
        guard entries.indices.contains(field) else { return }
        isWhole = false
        entries.remove(at: field)
    }

    /// Removes every field for which `isUnwanted` is true.
    public mutating func removeFields(where isUnwanted: (FieldView) -> Bool) {
        let kept = withView { view in view.fields.indices.filter { !isUnwanted(view.fields[$0]) } }
        guard kept.count < entries.count else { return }
        isWhole = false
        entries = kept.map { entries[$0] }
    }

    /// Moves the field at `source` to stand before the one now at `target`.
    public mutating func moveField(_ source: Int, before target: Int) {
        guard entries.indices.contains(source), target >= 0, target <= entries.count else { return }
        isWhole = false
        let entry = entries.remove(at: source)
        entries.insert(entry, at: target > source ? target - 1 : target)
    }

    @specialized(where Value == ByteView)
    @specialized(where Value == [UInt8])
    public mutating func setSubfield<Value: Collection<UInt8>>(_ subfield: Int, of field: Int, to value: Value) {
        guard let place = place(subfield, of: field) else { return }
        let offset = store(value)
        subfieldEntries[place] = SubfieldEntry(code: subfieldEntries[place].code, offset: offset, length: value.count)
    }

    public mutating func setCode(of subfield: Int, of field: Int, to code: UInt8) {
        guard let place = place(subfield, of: field) else { return }
        isWhole = false
        subfieldEntries[place].code = code
    }

    public mutating func removeSubfield(_ subfield: Int, of field: Int) {
        guard let place = place(subfield, of: field) else { return }
        let end = Int(entries[field].firstSubfield) + Int(entries[field].subfieldCount)
        for index in place..<(end - 1) { subfieldEntries[index] = subfieldEntries[index + 1] }
        isWhole = false
        entries[field].subfieldCount &-= 1
    }

    /// Inserts a subfield before the one at `subfield`, or at the field's end where `subfield` is its count.
    public mutating func insertSubfield(_ code: UInt8, _ value: some Collection<UInt8>, at subfield: Int, of field: Int)
    {
        guard entries.indices.contains(field), subfield >= 0, subfield <= Int(entries[field].subfieldCount) else {
            return
        }
        let offset = store(value)
        let first = Int(entries[field].firstSubfield)
        var run = Array(subfieldEntries[first..<(first + Int(entries[field].subfieldCount))])
        run.insert(SubfieldEntry(code: code, offset: offset, length: value.count), at: subfield)
        entries[field].firstSubfield = UInt32(truncatingIfNeeded: subfieldEntries.count)
        entries[field].subfieldCount &+= 1
        subfieldEntries.append(contentsOf: run)
    }

    /// Where a field's subfield stands among all subfields of the record.
    private func place(_ subfield: Int, of field: Int) -> Int? {
        guard entries.indices.contains(field), subfield >= 0, subfield < Int(entries[field].subfieldCount) else {
            return nil
        }
        return Int(entries[field].firstSubfield) + subfield
    }
}
