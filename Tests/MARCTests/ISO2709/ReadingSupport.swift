import MARC
import TestSupport

/// A piece of a file with its place.
struct FramedPiece: Equatable {
    var kind: Piece
    var range: Range<Int>
}

/// Every piece of `bytes`, the file shown to the framer in windows that grow by `step` bytes where more is needed.
func frame(_ bytes: [UInt8], step: Int = .max) -> [FramedPiece] {
    var framer = ISO2709Framer()
    var pieces: [FramedPiece] = []
    var (start, end) = (0, min(step, bytes.count))
    bytes.withUnsafeBufferPointer { all in
        while true {
            switch framer.next(in: ByteView(rebasing: all[start..<end]), isLast: end == bytes.count) {
            case .piece(let kind, let length):
                pieces.append(FramedPiece(kind: kind, range: start..<(start + length)))
                start += length
                end = max(end, start)
            case .needsMore: end = min(end + step, bytes.count)
            case .end: return
            }
        }
    }
    return pieces
}

/// One record decoded, with what was wrong.
func decode(_ bytes: [UInt8]) -> (record: Record, faults: [ReadFault]) {
    var record = Record()
    var faults: [ReadFault] = []
    bytes.withUnsafeBufferPointer { ISO2709Decoder.decode($0, into: &record, faults: &faults) }
    return (record, faults)
}

/// The record that `text` writes down, as ISO 2709.
func encode(_ text: String) throws -> [UInt8] {
    var output: [UInt8] = []
    try Records.record(text).withView { view throws(ISO2709WriteError) in
        try ISO2709Writer.append(view, to: &output)
    }
    return output
}

/// ISO 2709 out of bodies as they stand, lengths and directory computed: what no writer would write.
///
/// - Parameter fields: tag and the field's bytes with its terminator.
func rawRecord(leader: String = "00000nam a2200000   4500", _ fields: [(tag: String, body: String)]) -> [UInt8] {
    func digits(_ number: Int, _ count: Int) -> String {
        String(repeating: "0", count: max(0, count - String(number).count)) + String(number)
    }
    var directory = ""
    var body: [UInt8] = []
    for field in fields {
        directory += field.tag + digits(field.body.utf8.count, 4) + digits(body.count, 5)
        body += Array(field.body.utf8)
    }
    let base = leader.utf8.count + directory.utf8.count + 1
    var head = Array(leader.utf8)
    head.replaceSubrange(0..<5, with: Array(digits(base + body.count + 1, 5).utf8))
    head.replaceSubrange(12..<17, with: Array(digits(base, 5).utf8))
    return head + Array(directory.utf8) + [Delimiter.fieldTerminator] + body + [Delimiter.recordTerminator]
}

/// A small sound record as text and its bytes.
let smallText = """
    =LDR  00000nam a2200000   4500
    =001  ocm01234567
    =008  930517s1993\\\\\\\\nyu
    =245  14$aThe title /$cA. Author.
    =650  \\0$aFirst subject
    =650  \\0$aSecond subject
    """

func small() throws -> [UInt8] { try encode(smallText) }

/// The lines of a record's text without its leader.
func fieldLines(_ record: Record) -> [String] {
    Records.text(record).split(separator: "\n").dropFirst().map(String.init)
}

extension Array where Element == UInt8 {
    /// The bytes with the first occurrence of `old` replaced by `new`.
    func replacing(_ old: String, with new: String) -> [UInt8] {
        let (old, new) = (Array(old.utf8), Array(new.utf8))
        for start in indices where self[start...].starts(with: old) {
            return Array(self[..<start]) + new + Array(self[(start + old.count)...])
        }
        return self
    }
}
