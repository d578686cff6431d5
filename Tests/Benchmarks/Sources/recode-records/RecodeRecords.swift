import Glibc
import MARC
import Update

/// Reads or writes records in one form after another, on one thread, and prints what it counted. What is written goes to
/// the standard output, and the counts to standard error.
///
///     recode-records from-xml FILE     MARCXML to records, every field and subfield touched
///     recode-records to-xml FILE       ISO 2709 to MARCXML
///     recode-records from-marc8 FILE   ISO 2709 in MARC-8 to ISO 2709 in UTF-8 and NFC
@main
enum RecodeRecords {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let work = work(arguments[1]) else {
            print("usage: recode-records from-xml|to-xml|from-marc8 FILE")
            exit(2)
        }
        let input = try InputFile(path: arguments[2])
        let counts = try work(input)
        let line = "\(counts.records) records, \(counts.fields) fields, \(counts.bytes) bytes in values\n"
        try Output.write(Array(line.utf8), to: STDERR_FILENO)
    }

    private static func work(_ name: String) -> ((InputFile) throws -> Counts)? {
        switch name {
        case "from-xml": fromXML
        case "to-xml": { try ToXML().run($0) }
        case "from-marc8": { try FromMARC8().run($0) }
        default: nil
        }
    }

    private static func fromXML(_ input: InputFile) throws -> Counts {
        var decoder = MARCXMLDecoder()
        var (framer, record, counts) = (MARCXMLFramer(), Record(), Counts())
        var faults: [ReadFault] = []
        try Windows.read(input, longest: MARCXMLFramer.longestRecord) { window, isLast in
            let framing = framer.next(in: window, isLast: isLast)
            guard case .piece(let kind, let length) = framing, kind == .record else { return framing }
            decoder.decode(window.slice(0, length), context: framer.context, into: &record, faults: &faults)
            record.withView { counts.add($0) }
            return framing
        }
        return counts
    }
}

/// What was read.
struct Counts {
    var records = 0
    var fields = 0
    var bytes = 0

    mutating func add(_ view: RecordView) {
        records += 1
        for field in view.fields {
            fields += 1
            if field.tag.isControl { bytes += field.value.count }
            for subfield in field.subfields { bytes += subfield.value.count }
        }
    }
}

/// A file in windows of some megabytes, each starting where the piece before ended.
enum Windows {
    static func read(_ input: InputFile, longest: Int, next: (ByteView, Bool) throws -> Framing) throws {
        var (offset, size) = (0, 4 << 20)
        var bytes: [UInt8] = []
        while offset < input.size {
            bytes.removeAll(keepingCapacity: true)
            try input.read(at: offset, count: size, into: &bytes)
            let isLast = offset + bytes.count >= input.size
            var used = 0
            try bytes.withUnsafeBufferPointer { window in
                while case .piece(_, let length) = try next(window.slice(used, window.count - used), isLast) {
                    used += length
                }
            }
            offset += used
            if used == 0 {
                if isLast { return }
                size *= 2
            }
        }
    }
}

/// Every record of an ISO 2709 file, one after another, written in another form.
protocol Recoding {
    var output: [UInt8] { get set }
    mutating func write(_ record: RecordView) throws
}

extension Recoding {
    consuming func run(_ input: InputFile) throws -> Counts {
        var (framer, record) = (ISO2709Framer(), Record())
        var counts = Counts()
        var faults: [ReadFault] = []
        try Windows.read(input, longest: 1 << 24) { window, isLast in
            let framing = framer.next(in: window, isLast: isLast)
            guard case .piece(let kind, let length) = framing, kind == .record else { return framing }
            ISO2709Decoder.decode(window.slice(0, length), into: &record, faults: &faults)
            try record.withView { view in
                counts.add(view)
                try write(view)
            }
            if output.count > 1 << 20 { try flush() }
            return framing
        }
        try flush()
        return counts
    }

    private mutating func flush() throws {
        try Output.write(output)
        output.removeAll(keepingCapacity: true)
    }
}

struct ToXML: Recoding {
    var output: [UInt8] = []

    mutating func write(_ record: RecordView) throws { MARCXMLWriter.append(record, to: &output) }
}

struct FromMARC8: Recoding {
    var output: [UInt8] = []
    private var decoder = MARC8Decoder()
    private var (converted, text, normal) = (Record(), [UInt8](), [UInt8]())
    private var faults: [MARC8Fault] = []

    mutating func write(_ record: RecordView) throws {
        converted.removeAll()
        converted.leader = record.leader
        converted.leader[9] = UInt8(ascii: "a")
        for field in record.fields {
            decoder.startField()
            if field.tag.isControl {
                converted.appendControl(field.tag, field.value)
                continue
            }
            converted.appendField(field.tag, field.indicator1, field.indicator2)
            for subfield in field.subfields { try append(subfield) }
        }
        try converted.withView { try ISO2709Writer.append($0, to: &output) }
    }

    /// As scrub does it: ASCII is the same in both, where no escape sequence is in force and no reference stands in it.
    private mutating func append(_ subfield: SubfieldView) throws {
        if decoder.hasDefaultSets, UTF8Check.isASCII(subfield.value),
            !subfield.value.contains(where: { $0 == Delimiter.escape || $0 == UInt8(ascii: "&") })
        {
            return converted.appendSubfield(subfield.code, subfield.value)
        }
        text.removeAll(keepingCapacity: true)
        decoder.decode(subfield.value, into: &text, faults: &faults)
        normal.removeAll(keepingCapacity: true)
        text.withUnsafeBufferPointer { NFC.append($0, into: &normal) }
        converted.appendSubfield(subfield.code, normal)
    }
}

/// Files by their descriptors, written whole.
enum Output {
    static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) throws {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + done, bytes.count - done) }
            guard written > 0 else { throw Failure.output }
            done += written
        }
    }
}

enum Failure: Error {
    case output
}
