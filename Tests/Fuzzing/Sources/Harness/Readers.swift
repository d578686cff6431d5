@_spi(Fuzzing) import MARC

/// What each fuzz target does with one input. A promise that is broken ends the process, as a crash would.
public enum Harness {
    public static func iso2709(_ bytes: UnsafeBufferPointer<UInt8>) {
        let pieces = Pieces.of(bytes) { () -> ISO2709Framer in ISO2709Framer() }
        decode(pieces) { ISO2709Decoder.decode($0, into: &$1, faults: &$2) }
    }

    public static func marcxml(_ bytes: UnsafeBufferPointer<UInt8>) {
        let pieces = Pieces.of(bytes) { MARCXMLFramer() }
        var decoder = MARCXMLDecoder()
        decode(pieces) { decoder.decode($0, context: MARCXMLContext(), into: &$1, faults: &$2) }
        compareWays(pieces)
    }

    /// Records of the usual form are read a short way; libxml2 has to come to the same.
    private static func compareWays(_ pieces: [Pieces.Piece]) {
        var short = MARCXMLDecoder()
        var long = MARCXMLDecoder()
        for piece in pieces where piece.kind == .record {
            var (one, other) = (Record(), Record())
            var (faults, otherFaults) = ([ReadFault](), [ReadFault]())
            short.decode(piece.bytes, context: MARCXMLContext(), into: &one, faults: &faults)
            long.decodeThoroughly(piece.bytes, context: MARCXMLContext(), into: &other, faults: &otherFaults)
            precondition(text(one) == text(other) && faults == otherFaults, "the two ways differ")
        }
    }

    private static func text(_ record: Record) -> [UInt8] {
        var output: [UInt8] = []
        record.withView { MARCMakerWriter.append($0, to: &output) }
        return output
    }

    public static func marcjson(_ bytes: UnsafeBufferPointer<UInt8>) {
        let pieces = Pieces.of(bytes) { MARCJSONFramer() }
        var decoder = MARCJSONDecoder()
        decode(pieces) { decoder.decode($0, into: &$1, faults: &$2) }
    }

    public static func mrk(_ bytes: UnsafeBufferPointer<UInt8>) {
        let pieces = Pieces.of(bytes) { MARCMakerFramer() }
        decode(pieces) { MARCMakerDecoder.decode($0, into: &$1, faults: &$2) }
    }

    public static func aleph(_ bytes: UnsafeBufferPointer<UInt8>) {
        let pieces = Pieces.of(bytes) { AlephFramer() }
        decode(pieces) { AlephDecoder.decode($0, into: &$1, faults: &$2) }
    }

    public static func oai(_ bytes: UnsafeBufferPointer<UInt8>) {
        let response = OAIResponse(bytes)
        precondition(response.records >= 0 && response.headers >= response.deletions)
        var (envelope, findings, place) = (OAIEnvelope(), [OAIEnvelope.Finding](), 0)
        for piece in Pieces.of(bytes, { MARCXMLFramer() }) {
            switch piece.kind {
            case .filler: findings += envelope.pass(piece.bytes, at: place)
            case .record, .unreadable: envelope.passRecord()
            case .deletion:
                findings += envelope.end()
                precondition(OAIHeader.isDeletion(piece.bytes))
                _ = OAIHeader.identifier(in: piece.bytes)
            }
            place += piece.bytes.count
        }
        findings += envelope.end()
        precondition(findings.allSatisfy { (0..<bytes.count).contains($0.offset) }, "a finding outside the file")
    }

    /// Decodes each record, and writes it in every format.
    private static func decode(
        _ pieces: [Pieces.Piece], _ decode: (UnsafeBufferPointer<UInt8>, inout Record, inout [ReadFault]) -> Void
    ) {
        var (record, faults) = (Record(), [ReadFault]())
        var output: [UInt8] = []
        for piece in pieces where piece.kind == .record {
            faults.removeAll()
            decode(piece.bytes, &record, &faults)
            output.removeAll(keepingCapacity: true)
            record.withView { view in
                try? ISO2709Writer.append(view, to: &output)
                _ = MARCXMLWriter.append(view, to: &output)
                MARCJSONWriter.append(view, to: &output)
                MARCMakerWriter.append(view, to: &output)
            }
        }
    }
}

/// What cuts a file into pieces.
protocol Framer {
    mutating func next(in window: UnsafeBufferPointer<UInt8>, isLast: Bool) -> Framing
}

extension ISO2709Framer: Framer {}
extension MARCXMLFramer: Framer {}
extension MARCJSONFramer: Framer {}
extension MARCMakerFramer: Framer {}
extension AlephFramer: Framer {}

enum Pieces {
    struct Piece {
        var kind: MARC.Piece
        var bytes: UnsafeBufferPointer<UInt8>
    }

    /// The pieces of `bytes`, seen at once and through a window that grows by little; the records have to be the same, and
    /// every byte has to be covered.
    static func of<F: Framer>(_ bytes: UnsafeBufferPointer<UInt8>, _ make: () -> F) -> [Piece] {
        let whole = cut(bytes, step: max(1, bytes.count), make())
        let stepwise = cut(bytes, step: 8 + Int(bytes.last ?? 0), make())
        precondition(records(whole) == records(stepwise), "records depend on the window")
        return whole
    }

    private static func cut<F: Framer>(_ bytes: UnsafeBufferPointer<UInt8>, step: Int, _ framer: F) -> [Piece] {
        var framer = framer
        var pieces: [Piece] = []
        var (start, shown) = (0, min(step, bytes.count))
        while true {
            let window = bytes.slice(start, shown - start)
            switch framer.next(in: window, isLast: shown == bytes.count) {
            case .end:
                precondition(start == bytes.count, "pieces leave bytes out")
                return pieces
            case .needsMore:
                precondition(shown < bytes.count, "more is needed than there is")
                shown = min(bytes.count, shown + step)
            case .piece(let kind, let length):
                precondition(length > 0 && length <= window.count, "a piece of \(length) bytes")
                pieces.append(Piece(kind: kind, bytes: window.slice(0, length)))
                start += length
                shown = max(shown, min(bytes.count, start + step))
            }
        }
    }

    /// Where the records begin and end.
    private static func records(_ pieces: [Piece]) -> [Int] {
        var (places, place) = ([Int](), 0)
        for piece in pieces {
            if piece.kind == .record || piece.kind == .deletion { places += [place, place + piece.bytes.count] }
            place += piece.bytes.count
        }
        return places
    }
}
