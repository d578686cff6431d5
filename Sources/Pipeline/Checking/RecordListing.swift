internal import Ingest
internal import MARC
internal import Scrub
internal import Update

/// Records as people read them, with what was wrong beside the place where it was: what `show` prints.
public enum RecordListing {
    /// Which record is wanted.
    public enum Wanted: Sendable, Equatable {
        /// By its ordinal in its file, from 1.
        case record(Int)
        /// The one, or the unreadable piece, in which the byte at that offset lies, counted from the start of the file.
        case offset(Int)

        func includes(_ origin: RecordOrigin) -> Bool {
            switch self {
            case .record(let number): Int(origin.ordinalInFile) == number
            case .offset(let offset):
                origin.offset <= offset && UInt64(clamping: offset) < origin.offset + UInt64(origin.length)
            }
        }
    }

    /// Lists the records of `source` in their order.
    ///
    /// - Parameters:
    ///   - source: a path, `-` for the standard input.
    ///   - wanted: nil for all.
    ///   - isScrubbed: whether records are shown as scrub leaves them, or as they were read.
    ///   - print: gets the text of a record, or of a defect of the file.
    /// - Returns: how many records were printed.
    public static func run(
        _ source: String, _ wanted: Wanted? = nil, isScrubbed: Bool = true, profile: Profile,
        print: (String) throws -> Void
    ) throws -> Int {
        let scratch = try TemporaryFolder()
        let collected = try profile.collector().open([source], scratch: scratch)
        for defect in collected.defects { try print(ofWhole(defect, source)) }
        let records = RecordSource(collected)
        let (ingest, scrub) = (IngestStage(policy: profile.policy), ScrubStage(profile.scrubSettings))
        var printed = 0
        while let framed = try records.next() {
            let ingested = ingest.read(framed)
            let found = isScrubbed ? scrubbed(ingested, scrub, profile.policy, wanted) : asRead(ingested, wanted)
            for text in found {
                try print(text)
                printed += 1
            }
            for defect in ingested.defects where wanted == nil && defect.origin == nil {
                try print(ofWhole(defect, source))
            }
        }
        return printed
    }

    /// A text with its place in the submission.
    private typealias Placed = (origin: RecordOrigin, text: String)

    private static func scrubbed(
        _ ingested: IngestedBatch, _ scrub: ScrubStage, _ policy: DefectPolicy, _ wanted: Wanted?
    ) -> [String] {
        var log = DefectLog(files: ingested.batch.files, policy: policy)
        let batch = scrub.process(ingested.batch, log: &log)
        let defects = ingested.defects + log.defects
        var texts: [Placed] = []
        for (index, origin) in batch.origins.enumerated() where wanted?.includes(origin) ?? true {
            let text = batch.withRecord(index) { view in
                self.text(
                    view, origin, batch.files.name(of: origin.file), batch.marks[index].disposition,
                    own(origin, defects))
            }
            texts.append((origin, text))
        }
        return inOrder(texts, between: defects, wanted)
    }

    private static func asRead(_ ingested: IngestedBatch, _ wanted: Wanted?) -> [String] {
        let batch = ingested.batch
        var decoder = CollectedDecoder(files: batch.files)
        var record = Record()
        var faults: [ReadFault] = []
        var texts: [Placed] = []
        for (index, origin) in batch.origins.enumerated() where wanted?.includes(origin) ?? true {
            decoder.decode(index, of: batch, into: &record, faults: &faults)
            let text = record.withView { view in
                self.text(
                    view, origin, batch.files.name(of: origin.file), batch.marks[index].disposition,
                    own(origin, ingested.defects))
            }
            texts.append((origin, text))
        }
        return inOrder(texts, between: ingested.defects, wanted)
    }

    private static func own(_ origin: RecordOrigin, _ defects: [Defect]) -> [Defect] {
        defects.filter { $0.origin?.ordinal == origin.ordinal && $0.origin?.ordinalInFile != 0 }
    }

    /// The texts of records with those of the defects between them, in the order of the file.
    private static func inOrder(_ records: [Placed], between defects: [Defect], _ wanted: Wanted?) -> [String] {
        var texts = records
        for defect in defects {
            guard let origin = defect.origin, origin.ordinalInFile == 0, wanted?.includes(origin) ?? true else {
                continue
            }
            texts.append((origin, outside(origin, defect)))
        }
        return texts.sorted { ($0.origin.file, $0.origin.offset) < ($1.origin.file, $1.origin.offset) }.map(\.text)
    }

    /// A defect of a file as a whole.
    private static func ofWhole(_ defect: Defect, _ source: String) -> String {
        "--- \(defect.file ?? source)\n\(line(defect))\n"
    }

    /// What lies outside the records, as it starts.
    private static func outside(_ origin: RecordOrigin, _ defect: Defect) -> String {
        let length = origin.length == 0 ? "" : ", \(origin.length) byte\(origin.length == 1 ? "" : "s")"
        let start = defect.before.map { "\($0)\n" } ?? ""
        return
            "--- outside the records of \(defect.file ?? "the file"): byte \(origin.offset)\(length); --hex --offset "
            + "\(origin.offset) shows the bytes\n\(start)\(line(defect))\n"
    }

    private static func text(
        _ view: RecordView, _ origin: RecordOrigin, _ file: String, _ disposition: Disposition, _ defects: [Defect]
    ) -> String {
        var lines = [
            "--- record \(origin.ordinalInFile) of \(file): byte \(origin.offset), \(origin.length) bytes"
                + (disposition == .passed ? "" : ", \(disposition.name)")
        ]
        var rest = defects
        func take(_ belongs: (FieldPlace) -> Bool) {
            lines += rest.filter { belongs($0.place) }.map(line)
            rest.removeAll { belongs($0.place) }
        }
        lines.append(RecordLines.leader(view))
        take { $0.tag == "LDR" }
        for field in view.fields {
            lines.append(RecordLines.field(field))
            let occurrence = field.occurrence
            take { $0.tag == field.tag && ($0.occurrence ?? 1) == occurrence }
        }
        take { _ in true }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `  ! major scrub.utf8-illegal, repaired: …`, with before and after where they are known.
    private static func line(_ defect: Defect) -> String {
        var text = "  ! \(defect.severity.name) \(defect.code.name), \(defect.action.name): \(defect.message)"
        if let before = defect.before, let after = defect.after {
            text += "\n      before \"\(before)\", after \"\(after)\""
        }
        return text
    }
}
