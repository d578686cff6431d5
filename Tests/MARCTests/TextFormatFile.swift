import MARC
import TestSupport

/// What a reader of a text format sees of a file, as tests compare it.
struct TextFormatFile {
    /// The pieces in order; neighbouring filler is one.
    var pieces: [(kind: Piece, text: String)] = []
    var records: [(text: String, faults: [ReadFault])] = []

    var slices: [String] { pieces.filter { $0.kind == .record }.map(\.text) }
    var kinds: [Piece] { pieces.map(\.kind) }
    var faults: [ReadFault.Kind] { records.flatMap { $0.faults.map(\.kind) } }

    enum Format: CaseIterable { case marcjson, mrk, aleph }

    /// Reads `bytes` through a window that shows `step` more bytes each time that more are needed.
    init(_ bytes: [UInt8], _ format: Format, step: Int = .max) {
        bytes.withUnsafeBufferPointer { read($0, format, step: step) }
    }

    init(_ text: String, _ format: Format, step: Int = .max) { self.init(Array(text.utf8), format, step: step) }

    private mutating func read(_ bytes: ByteView, _ format: Format, step: Int) {
        var (json, mrk, aleph) = (MARCJSONFramer(), MARCMakerFramer(), AlephFramer())
        var (start, shown) = (0, min(step, bytes.count))
        while true {
            let window = bytes.slice(start, min(shown, bytes.count - start))
            let isLast = start + window.count == bytes.count
            let framing =
                switch format {
                case .marcjson: json.next(in: window, isLast: isLast)
                case .mrk: mrk.next(in: window, isLast: isLast)
                case .aleph: aleph.next(in: window, isLast: isLast)
                }
            switch framing {
            case .end: return
            case .needsMore: shown += step
            case .piece(let kind, let length):
                take(kind, window.slice(0, length), format)
                start += length
                shown = max(min(step, bytes.count), window.count - length)
            }
        }
    }

    private mutating func take(_ kind: Piece, _ bytes: ByteView, _ format: Format) {
        if kind == .filler, pieces.last?.kind == .filler {
            pieces[pieces.count - 1].text += bytes.text
        } else {
            pieces.append((kind, bytes.text))
        }
        guard kind == .record else { return }
        var record = Record()
        var faults: [ReadFault] = []
        Self.decode(bytes, format, into: &record, faults: &faults)
        records.append((Records.text(record), faults))
    }

    static func decode(_ bytes: ByteView, _ format: Format, into record: inout Record, faults: inout [ReadFault]) {
        switch format {
        case .marcjson:
            var decoder = MARCJSONDecoder()
            decoder.decode(bytes, into: &record, faults: &faults)
        case .mrk: MARCMakerDecoder.decode(bytes, into: &record, faults: &faults)
        case .aleph: AlephDecoder.decode(bytes, into: &record, faults: &faults)
        }
    }
}
