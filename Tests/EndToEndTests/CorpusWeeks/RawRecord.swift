import MARC

/// A record as ISO 2709 in UTF-8 has it: leader, and fields with their bytes, without terminators.
struct RawRecord {
    var leader: [UInt8]
    var fields: [(tag: [UInt8], data: [UInt8])]

    /// The records of a file; what is no record is left out.
    static func all(in bytes: [UInt8]) -> [RawRecord] {
        bytes.split(separator: 0x1D).compactMap { RawRecord(Array($0)) }
    }

    private init?(_ bytes: [UInt8]) {
        guard bytes.count > 24, let base = Self.number(bytes[12..<17]), 25...bytes.count ~= base else {
            return nil
        }
        leader = Array(bytes.prefix(24))
        fields = []
        for place in stride(from: 24, to: base - 1, by: 12) where place + 12 <= bytes.count {
            guard let length = Self.number(bytes[(place + 3)..<(place + 7)]),
                let start = Self.number(bytes[(place + 7)..<(place + 12)]), length > 0,
                base + start + length <= bytes.count
            else { return nil }
            let data = bytes[(base + start)..<(base + start + length - 1)]
            fields.append((Array(bytes[place..<(place + 3)]), Array(data)))
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        Int(String(decoding: digits, as: UTF8.self))
    }

    /// The same under another control number.
    func numbered(_ control: String) -> RawRecord {
        var copy = self
        copy.fields.removeAll { $0.tag == Array("001".utf8) }
        copy.fields.insert((Array("001".utf8), Array(control.utf8)), at: 0)
        return copy
    }

    /// The same with one more note.
    func noted(_ text: String) -> RawRecord {
        var copy = self
        copy.fields.append((Array("500".utf8), Array("  \u{1F}a\(text)".utf8)))
        return copy
    }

    /// The same with a copy on a library's shelf.
    func shelved(_ library: String, _ shelf: String) -> RawRecord {
        var copy = self
        copy.fields.append(
            (Array("852".utf8), Array("  \u{1F}a\(library)\u{1F}bMain\u{1F}h\(shelf)".utf8)))
        return copy
    }

    /// The same with nothing but its control number, and a leader that says that it is deleted.
    var deleted: RawRecord {
        var copy = self
        copy.leader[5] = UInt8(ascii: "d")
        copy.fields.removeAll { $0.tag != Array("001".utf8) }
        return copy
    }

    /// The kind of record that leader/06 names.
    var kind: RecordKind { RecordKind(leaderType: leader[6]) }

    /// The record with directory and terminators; nil where it has become too long for them.
    var bytes: [UInt8]? {
        func digits(_ number: Int, _ count: Int) -> [UInt8] {
            Array((String(repeating: "0", count: max(0, count - "\(number)".count)) + "\(number)").utf8)
        }
        var (directory, data) = ([UInt8](), [UInt8]())
        for field in fields {
            directory += field.tag + digits(field.data.count + 1, 4) + digits(data.count, 5)
            data += field.data + [0x1E]
        }
        let base = 24 + directory.count + 1
        guard base + data.count < 99_999, fields.allSatisfy({ $0.data.count < 9998 }) else {
            return nil
        }
        let leader = digits(base + data.count + 1, 5) + leader[5..<12] + digits(base, 5) + leader[17...]
        return leader + directory + [0x1E] + data + [0x1D]
    }
}
