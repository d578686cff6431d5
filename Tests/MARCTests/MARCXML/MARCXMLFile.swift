import MARC
import TestSupport

/// What a reader of a MARCXML file sees, as tests compare it.
struct MARCXMLFile {
    struct Piece: Equatable {
        var kind: MARC.Piece
        var text: String
        var context: String
    }

    private let isDecoding: Bool
    var pieces: [Piece] = []
    var notices: [ReadFault] = []
    /// What each record's decoding gave; of a record longer than a million bytes its length alone.
    var records: [(text: String, faults: [ReadFault])] = []

    /// All pieces one after the other.
    var bytes: [UInt8] = []
    /// The bytes of each record, and what was in force around it.
    var recordBytes: [(bytes: [UInt8], context: MARCXMLContext)] = []

    var recordTexts: [String] { records.map(\.text) }
    /// The pieces that are records, as they stand in the file.
    var slices: [String] { pieces.filter { $0.kind == .record }.map(\.text) }

    init(_ text: String) { self.init(Array(text.utf8)) }

    /// Reads `bytes` through a window that shows `step` more bytes each time that more are needed.
    init(_ bytes: [UInt8], step: Int = .max, isDecoding: Bool = true) {
        self.isDecoding = isDecoding
        bytes.withUnsafeBufferPointer { read($0, step: step) }
    }

    /// Reads `bytes` and writes the records to `output`.
    init(_ bytes: [UInt8], rewriting output: inout [UInt8]) {
        self.init(bytes)
        MARCXMLWriter.appendHead(to: &output)
        var decoder = MARCXMLDecoder()
        var record = Record()
        var faults: [ReadFault] = []
        for (slice, context) in recordBytes {
            slice.withUnsafeBufferPointer { decoder.decode($0, context: context, into: &record, faults: &faults) }
            record.withView { _ = MARCXMLWriter.append($0, to: &output) }
        }
        MARCXMLWriter.appendFoot(to: &output)
    }

    private mutating func read(_ bytes: ByteView, step: Int) {
        var framer = MARCXMLFramer()
        var decoder = MARCXMLDecoder()
        var (start, shown) = (0, min(step, bytes.count))
        while true {
            let window = bytes.slice(start, min(shown, bytes.count - start))
            switch framer.next(in: window, isLast: start + window.count == bytes.count) {
            case .end:
                notices = framer.takeNotices()
                return
            case .needsMore: shown += step
            case .piece(let kind, let length):
                take(kind, window.slice(0, length), framer.context, &decoder)
                start += length
                shown = max(min(step, bytes.count), window.count - length)
            }
        }
    }

    private mutating func take(
        _ kind: MARC.Piece, _ bytes: ByteView, _ context: MARCXMLContext, _ decoder: inout MARCXMLDecoder
    ) {
        let declarations = String(decoding: context.declarations, as: UTF8.self)
        self.bytes.append(contentsOf: bytes)
        pieces.append(Piece(kind: kind, text: bytes.text, context: declarations))
        guard kind == .record else { return }
        recordBytes.append((Array(bytes), context))
        guard isDecoding else { return }
        var record = Record()
        var faults: [ReadFault] = []
        decoder.decode(bytes, context: context, into: &record, faults: &faults)
        records.append((bytes.count > 1_000_000 ? "\(bytes.count) bytes" : Records.text(record), faults))
    }
}

extension ReadFault {
    /// The fault in one line: `xmlShapeWrong 17 245 found "x" expected "y"`; what is empty is left out.
    var line: String {
        var parts = [kind.rawValue, "at \(offset)"]
        if let tag { parts.append("in \(tag)") }
        if !found.isEmpty { parts.append("found \"\(Bytes.display(found))\"") }
        if !expected.isEmpty { parts.append("expected \"\(expected)\"") }
        return parts.joined(separator: " ")
    }
}
