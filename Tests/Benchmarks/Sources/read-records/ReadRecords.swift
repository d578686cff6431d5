import Glibc
import MARC
import Synchronization
import Update

/// Reads an ISO 2709 file to its end: every record framed and decoded, every field and subfield touched, every value
/// checked to be UTF-8. Prints what it counted, for comparison with what other readers count.
///
///     read-records FILE [THREADS]
@main
enum ReadRecords {
    static func main() throws {
        guard CommandLine.arguments.count > 1 else {
            print("usage: read-records FILE [THREADS]")
            exit(2)
        }
        let threads = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 1 : 1
        let source = try WindowSource(path: CommandLine.arguments[1])
        var total = Counts()
        try OrderedPipeline.run(
            threads: threads, next: { try source.next() }, transform: { Counts(of: $0) }, consume: { total.add($0) })
        print(
            "\(total.records) records, \(total.fields) fields, \(total.subfields) subfields, "
                + "\(total.bytes) bytes in values, \(total.notUTF8) not UTF-8, \(total.faults) faults")
    }
}

/// Whole records, some thousands at a time.
struct Window: Sendable {
    var bytes: [UInt8]
    var ends: [Int]
}

/// Frames a file, one window after another.
final class WindowSource: Sendable {
    private struct State {
        var framer = ISO2709Framer()
        var offset = 0
    }

    private static let size = 4 << 20
    private let file: InputFile
    private let state = Mutex(State())

    init(path: String) throws { file = try InputFile(path: path) }

    func next() throws -> Window? {
        try state.withLock { state in
            var size = Self.size
            while state.offset < file.size {
                var window = Window(bytes: [], ends: [])
                try file.read(at: state.offset, count: size, into: &window.bytes)
                let isLast = state.offset + window.bytes.count >= file.size
                let used = Self.frame(&window, &state.framer, isLast: isLast)
                state.offset += used
                if used > 0 { return window }
                size *= 2
            }
            return nil
        }
    }

    private static func frame(_ window: inout Window, _ framer: inout ISO2709Framer, isLast: Bool) -> Int {
        var used = 0
        var ends: [Int] = []
        window.bytes.withUnsafeBufferPointer { bytes in
            while case .piece(_, let length) = framer.next(in: bytes.slice(used, bytes.count - used), isLast: isLast) {
                used += length
                ends.append(used)
            }
        }
        window.ends = ends
        return used
    }
}

/// What was read.
struct Counts: Sendable {
    var records = 0
    var fields = 0
    var subfields = 0
    var bytes = 0
    var notUTF8 = 0
    var faults = 0

    init() {}

    init(of window: Window) {
        var record = Record()
        var faults: [ReadFault] = []
        window.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for end in window.ends {
                let piece = bytes.slice(start, end - start)
                ISO2709Decoder.decode(piece, into: &record, faults: &faults)
                // Delimiters are ASCII: where the whole is UTF-8, so is every value.
                let isUTF8 = UTF8Check.firstInvalid(in: piece) == nil
                record.withView { count($0, isUTF8: isUTF8) }
                start = end
            }
        }
        self.faults = faults.count
    }

    private mutating func count(_ view: RecordView, isUTF8: Bool) {
        records += 1
        for field in view.fields {
            fields += 1
            if field.tag.isControl { add(field.value, isUTF8: isUTF8) }
            for subfield in field.subfields {
                subfields += 1
                add(subfield.value, isUTF8: isUTF8)
            }
        }
    }

    private mutating func add(_ value: ByteView, isUTF8: Bool) {
        bytes += value.count
        if !isUTF8, UTF8Check.firstInvalid(in: value) != nil { notUTF8 += 1 }
    }

    mutating func add(_ other: Counts) {
        records += other.records
        fields += other.fields
        subfields += other.subfields
        bytes += other.bytes
        notUTF8 += other.notUTF8
        faults += other.faults
    }
}
