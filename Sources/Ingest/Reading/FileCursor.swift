internal import MARC
@_spi(Ingest) internal import Update

/// One file being cut into batches, from its start to its end.
struct FileCursor {
    /// Unreadable pieces in a row after which the rest of a file is left alone.
    static let mostUnreadable = 10_000
    /// Namespaces that one file may have in force one after another; the last of them hold on.
    private static let mostContexts = 200

    let window: Window
    private let size: Int
    /// The index in the file table; another one once other namespaces are in force.
    private var file: Int
    private var declarations: [UInt8] = []
    private var contexts = 0
    var framer: PieceFramer
    private var ordinalInFile = 0
    private var unreadableInARow = 0
    private var unreadable = 0
    private var filler: FramingNote?
    private(set) var isDone = false

    /// - Parameter file: the file's index in the file table.
    init(_ input: InputFile, file: Int, format: SourceFormat) {
        window = Window(input)
        size = input.size
        self.file = file
        framer = PieceFramer(format)
    }

    /// Adds pieces to `framed` until it is full or the file ends.
    ///
    /// - Parameter ordinal: the next record's place in the submission.
    mutating func fill(_ framed: inout FramedBatch, ordinal: inout Int) throws {
        while !framed.isFull, !isDone {
            let framing = framer.next(in: window.bytes, isLast: window.isLast)
            if framer.format == .marcxml { noteRefusals(in: &framed) }
            switch framing {
            case .piece(.record, let length):
                let isLong = length >= ISO2709Chunks.shortestFirst && framer.format == .iso2709
                add(isLong ? try lengthOfChunks(first: length) : length, to: &framed, ordinal: &ordinal)
            case .piece(.filler, let length): skip(length, in: &framed)
            case .piece(.unreadable, let length): setAside(length, in: &framed)
            case .needsMore where mayGrow: try window.extend()
            case .needsMore: setAside(window.bytes.count, in: &framed)
            case .end: finish(&framed)
            }
        }
    }

    /// Whether a longer window can tell the framer anything.
    var mayGrow: Bool { !window.isLast && window.bytes.count <= PieceFramer.longestPiece }

    @inline(__always) private mutating func add(_ length: Int, to framed: inout FramedBatch, ordinal: inout Int) {
        if filler != nil { endFiller(&framed) }
        if framer.format == .marcxml, framer.declarations != declarations { takeDeclarations(in: &framed) }
        ordinalInFile += 1
        unreadableInARow = 0
        let origin = RecordOrigin(
            offset: window.offset, length: length, ordinalInFile: ordinalInFile, ordinal: ordinal, file: file)
        framed.batch.append(window.bytes.slice(0, length), origin: origin)
        ordinal += 1
        window.advance(length)
        if window.offset == size, framer.format == .iso2709 { framed.lastOfFile.append(framed.batch.count - 1) }
    }

    /// Enters the namespaces in force into the file table: with the file, or for the second ones and those after it as
    /// the same file once more.
    private mutating func takeDeclarations(in framed: inout FramedBatch) {
        guard contexts < Self.mostContexts else { return }
        contexts += 1
        declarations = framer.declarations
        var entries = framed.batch.files.entries
        var entry = entries[file]
        entry.namespaces = String(decoding: declarations, as: UTF8.self)
        if ordinalInFile == 0 {
            entries[file] = entry
        } else {
            file = entries.count
            entries.append(entry)
        }
        framed.batch.setFiles(FileTable(entries))
    }

    private mutating func noteRefusals(in framed: inout FramedBatch) {
        for fault in framer.takeRefusals() {
            var note = note(.refused(fault), at: 0, ByteView(start: nil, count: 0))
            note.origin.offset = UInt64(clamping: fault.offset)
            append(note, to: &framed)
        }
    }

    /// Steps over filler. A run of it is noted once, unless it is nothing but line ends or lies between XML elements.
    private mutating func skip(_ length: Int, in framed: inout FramedBatch) {
        let bytes = window.bytes.slice(0, length)
        if framer.format == .iso2709, let first = bytes.firstIndex(where: { !Self.isLineEnd($0) }) {
            var run = filler ?? note(.strayBytes, at: first, bytes)
            run.origin.length = UInt32(clamping: window.offset + length - Int(clamping: run.origin.offset))
            filler = run
        } else if framer.format == .marcxml {
            for header in OAIHeaders.deleted(in: bytes) {
                var note = note(.oaiDelete, at: header.offset, bytes)
                note.first = header.identifier
                append(note, to: &framed)
            }
        }
        window.advance(length)
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private mutating func setAside(_ length: Int, in framed: inout FramedBatch) {
        endFiller(&framed)
        unreadable += 1
        unreadableInARow += 1
        let isTooMuch = unreadableInARow > Self.mostUnreadable
        var note = note(isTooMuch ? .abandoned : .unreadable, at: 0, window.bytes.slice(0, length))
        if isTooMuch { note.origin.length = UInt32(clamping: size - window.offset) }
        append(note, to: &framed)
        window.advance(length)
        if isTooMuch { finish(&framed) }
    }

    private mutating func finish(_ framed: inout FramedBatch) {
        endFiller(&framed)
        isDone = true
        if ordinalInFile == 0, unreadable == 0 {
            append(note(.noRecords, at: 0, ByteView(start: nil, count: 0)), to: &framed)
        }
        guard framer.isCut else { return }
        var note = note(.cut, at: 0, ByteView(start: nil, count: 0))
        note.origin.ordinal = UInt32(clamping: ordinalInFile)
        append(note, to: &framed)
    }

    private mutating func endFiller(_ framed: inout FramedBatch) {
        guard let note = filler else { return }
        filler = nil
        append(note, to: &framed)
    }

    private func append(_ note: FramingNote, to framed: inout FramedBatch) {
        var note = note
        note.place = framed.batch.count
        framed.notes.append(note)
    }

    private func note(_ kind: FramingNote.Kind, at start: Int, _ bytes: ByteView) -> FramingNote {
        let rest = bytes.slice(start, bytes.count - start)
        let origin = RecordOrigin(
            offset: window.offset + start, length: rest.count, ordinalInFile: 0, ordinal: 0, file: file)
        return FramingNote(kind: kind, place: 0, origin: origin, first: Array(rest.prefix(60)))
    }
}
