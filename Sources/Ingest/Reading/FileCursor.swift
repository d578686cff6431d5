internal import MARC
@_spi(Ingest) internal import Update

/// One file being cut into batches, from its start to its end.
struct FileCursor {
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
    private var run = UnreadableRun()
    private var unreadable = 0
    private var filler: FramingNote?
    private var envelope = OAIEnvelope()
    /// XML: what a repository answers that has no records to give.
    private var answer: OAIResponse.Problem?
    private var hasAnsweredError = false
    private(set) var isDone = false

    /// OAI-PMH: how identifiers hold control numbers.
    private let identifiers: OAIIdentifierForm?

    /// - Parameter file: the file's index in the file table.
    init(_ input: InputFile, file: Int, entry: FileTable.Entry) {
        window = Window(input)
        size = input.size
        self.file = file
        framer = PieceFramer(entry.sourceFormat)
        identifiers = entry.identifiers.flatMap { OAIIdentifierForm($0) }
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
            case .piece(.deletion, let length): takeDeletion(length, in: &framed, ordinal: &ordinal)
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
        if framer.format == .marcxml {
            envelope.passRecord()
            if framer.declarations != declarations { takeDeclarations(in: &framed) }
        }
        enter(length, in: &framed, ordinal: &ordinal)
    }

    /// The header of a deleted record: a record where its identifier tells the control number, else a note.
    private mutating func takeDeletion(_ length: Int, in framed: inout FramedBatch, ordinal: inout Int) {
        note(envelope.end(), in: &framed)
        let header = window.bytes.slice(0, length)
        let identifier = OAIHeader.identifier(in: header)
        if identifiers?.controlNumber(in: identifier) != nil {
            enter(length, in: &framed, ordinal: &ordinal)
        } else {
            var note = note(.oaiDelete, at: 0, header)
            note.first = identifier
            append(note, to: &framed)
            window.advance(length)
        }
    }

    @inline(__always) private mutating func enter(_ length: Int, in framed: inout FramedBatch, ordinal: inout Int) {
        ordinalInFile += 1
        run.end()
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
        for fault in framer.takeRefusals() { note(fault, at: fault.offset, in: &framed) }
    }

    private func note(_ fault: ReadFault, at offset: Int, in framed: inout FramedBatch) {
        var note = note(.refused(fault), at: 0, ByteView(start: nil, count: 0))
        note.origin.offset = UInt64(clamping: offset)
        append(note, to: &framed)
    }

    /// Notes what an OAI-PMH response says in place of records.
    private mutating func note(_ findings: [OAIEnvelope.Finding], in framed: inout FramedBatch) {
        for finding in findings {
            var note = note(.oaiRecordMissing, at: 0, ByteView(start: nil, count: 0))
            note.origin.offset = UInt64(clamping: finding.offset)
            switch finding.kind {
            case .recordMissing(let identifier): note.first = identifier
            case .problem(let problem) where problem.code == "noRecordsMatch":
                answer = problem
                continue
            case .problem(let problem):
                hasAnsweredError = true
                note.kind = .oaiError(problem)
            }
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
        }
        if framer.format == .marcxml {
            note(envelope.pass(bytes, at: window.offset), in: &framed)
            for fault in HiddenRecords.faults(in: bytes) { note(fault, at: window.offset + fault.offset, in: &framed) }
        }
        window.advance(length)
        run.pass(length)
        if run.isTooMuch { abandon(&framed) }
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    private mutating func setAside(_ length: Int, in framed: inout FramedBatch) {
        endFiller(&framed)
        envelope.passRecord()
        unreadable += 1
        run.add(length)
        if run.isTooMuch { return abandon(&framed) }
        if !prolong(length, in: &framed) {
            append(note(.unreadable, at: 0, window.bytes.slice(0, length)), to: &framed)
        }
        window.advance(length)
    }

    /// Leaves the rest of the file alone.
    private mutating func abandon(_ framed: inout FramedBatch) {
        append(note(.abandoned, at: 0, window.bytes), to: &framed)
        isDone = true
    }

    /// Adds a piece to the one before it, where that ended only because none is longer.
    private func prolong(_ length: Int, in framed: inout FramedBatch) -> Bool {
        guard let last = framed.notes.last, last.kind.isUnreadable, last.place == framed.batch.count,
            last.byteCount >= Self.longStretch, Int(last.origin.offset) + last.byteCount == window.offset
        else { return false }
        framed.notes[framed.notes.count - 1].lengthen(by: length)
        return true
    }

    /// A stretch of so many bytes may have been cut for its length.
    private static let longStretch = PieceFramer.longestPiece - (1 << 17)

    private mutating func finish(_ framed: inout FramedBatch) {
        endFiller(&framed)
        note(envelope.end(), in: &framed)
        isDone = true
        if ordinalInFile == 0, unreadable == 0, !hasAnsweredError {
            append(note(.noRecords(answer: answer), at: 0, ByteView(start: nil, count: 0)), to: &framed)
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
        return FramingNote(
            kind: kind, place: 0, origin: origin, byteCount: rest.count, first: Array(rest.prefix(60)))
    }
}
