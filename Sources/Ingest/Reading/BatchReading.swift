internal import MARC
@_spi(Ingest) internal import Update

/// Decodes the records of one batch, to know their faults and intents.
struct BatchReading {
    private var framed: FramedBatch
    private var log: DefectLog
    private var nextNote = 0
    private var unreadable = 0

    init(_ framed: consuming FramedBatch, policy: DefectPolicy) {
        self.framed = framed
        log = DefectLog(files: self.framed.batch.files, policy: policy)
    }

    mutating func run() -> IngestedBatch {
        var decoder = CollectedDecoder(files: framed.batch.files)
        var record = Record()
        var faults: [ReadFault] = []
        var nextLast = 0
        for index in framed.batch.marks.indices {
            if nextNote < framed.notes.count { reportNotes(before: index) }
            decoder.decode(index, of: framed.batch, into: &record, faults: &faults)
            var disposition = Disposition.passed
            let isForeign = record.withView { RecordIsUNIMARC.isOne($0) }
            if !faults.isEmpty || isForeign {
                disposition = report(faults, of: index, record)
                let isLast = nextLast < framed.lastOfFile.count && framed.lastOfFile[nextLast] == index
                if isLast, faults.contains(where: { $0.kind == .recordTruncated }) { reportTruncatedFile(index) }
                faults.removeAll(keepingCapacity: true)
            }
            if nextLast < framed.lastOfFile.count, framed.lastOfFile[nextLast] == index { nextLast += 1 }
            if record.leader.isDeleted || disposition != .passed {
                framed.batch.mark(index, intent: record.leader.isDeleted ? .delete : .keep, disposition: disposition)
            }
        }
        reportNotes(before: framed.batch.count)
        return IngestedBatch(batch: framed.batch, defects: log.defects, unreadable: unreadable)
    }

    private mutating func report(_ faults: [ReadFault], of index: Int, _ record: Record) -> Disposition {
        let origin = framed.batch.origins[index]
        record.withView { log.begin(origin, control: $0.control("001")) }
        FaultRules.report(faults, length: Int(origin.length), to: &log)
        record.withView { if RecordIsUNIMARC.isOne($0) { RecordIsUNIMARC.report($0, to: &log) } }
        return log.isRejected ? .rejected : .passed
    }

    private mutating func reportTruncatedFile(_ index: Int) {
        let origin = framed.batch.origins[index]
        FileTruncated.report(file: framed.batch.files.name(of: origin.file), record: origin.ordinalInFile, to: &log)
    }

    /// Reports what was noticed up to the record at `index`.
    private mutating func reportNotes(before index: Int) {
        while nextNote < framed.notes.count, framed.notes[nextNote].place <= index {
            report(framed.notes[nextNote])
            nextNote += 1
        }
    }

    private mutating func report(_ note: FramingNote) {
        let files = framed.batch.files
        let name = files.name(of: note.origin.file)
        switch note.kind {
        case .strayBytes: StrayBytes.report(note, to: &log)
        case .unreadable:
            unreadable += 1
            UnreadableBytes.report(note, to: &log)
        case .abandoned:
            unreadable += 1
            FileAbandoned.report(note, file: name, to: &log)
        case .refused(let fault):
            log.begin(note.origin, control: nil)
            FaultRules.report([fault], length: Int(note.origin.length), to: &log)
        case .oaiDelete:
            OAIDeleteNotTaken.report(note, form: files.entries[Int(note.origin.file)].identifiers, to: &log)
        case .cut: FileTruncated.report(file: name, records: note.origin.ordinal, to: &log)
        case .oaiRecordMissing: OAIRecordMissing.report(note, to: &log)
        case .oaiError(let problem): OAIError.report(problem, note, to: &log)
        case .noRecords(let answer):
            let format = files.entries[Int(note.origin.file)].sourceFormat
            NoRecords.report(file: name, format: format, answer: answer, to: &log)
        }
    }
}
