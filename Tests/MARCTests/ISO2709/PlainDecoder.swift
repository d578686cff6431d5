import MARC

/// The readable twin of the walk over a sound record: split at the terminators, look at the directory, nothing clever.
///
/// Nil where anything is not as the standard has it.
func decodePlainly(_ bytes: [UInt8]) -> Record? {
    guard bytes.count <= 99_999, number(bytes, 0, 5) == bytes.count, let base = number(bytes, 12, 5), base > 25,
        base < bytes.count, (base - 25) % 12 == 0, bytes.last == Delimiter.recordTerminator,
        bytes[base - 1] == Delimiter.fieldTerminator, bytes[..<24].allSatisfy({ (0x20...0x7E).contains($0) })
    else { return nil }
    var record = Record()
    record.leader = Leader(bytes)
    let body = bytes[base...].dropLast()
    var start = body.startIndex
    for entry in stride(from: 24, to: base - 1, by: 12) {
        let tag = Tag(bytes[entry], bytes[entry + 1], bytes[entry + 2])
        guard let length = number(bytes, entry + 3, 4), number(bytes, entry + 7, 5) == start - base, length > 0,
            start + length <= body.endIndex, tag.isWellFormed
        else { return nil }
        let field = body[start..<(start + length)]
        guard field.last == Delimiter.fieldTerminator, append(tag, field.dropLast(), to: &record) else { return nil }
        start += length
    }
    return start == body.endIndex ? record : nil
}

private func append(_ tag: Tag, _ field: ArraySlice<UInt8>, to record: inout Record) -> Bool {
    guard !field.contains(where: { $0 == Delimiter.fieldTerminator || $0 == Delimiter.recordTerminator }) else {
        return false
    }
    if tag.isControl {
        record.appendControl(tag, field)
        return !field.contains(Delimiter.subfield)
    }
    let parts = field.split(separator: Delimiter.subfield, omittingEmptySubsequences: false)
    guard parts[0].count == 2, !parts[0].contains(0), parts.count > 1 else { return false }
    record.appendField(tag, parts[0][parts[0].startIndex], parts[0][parts[0].startIndex + 1])
    for part in parts.dropFirst() {
        guard let code = part.first, (0x20..<0x7F).contains(code) else { return false }
        record.appendSubfield(code, part.dropFirst())
    }
    return true
}

private func number(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int? {
    guard start + count <= bytes.count, bytes[start..<(start + count)].allSatisfy({ (0x30...0x39).contains($0) }) else {
        return nil
    }
    return Int(String(decoding: bytes[start..<(start + count)], as: UTF8.self))
}
