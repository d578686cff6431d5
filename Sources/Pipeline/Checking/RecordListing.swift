internal import Ingest
internal import MARC
internal import Scrub
internal import Update

/// Records as people read them, with what was wrong beside the place where it was: what `show` prints.
public enum RecordListing {
    /// Lists the records of `source` in their order.
    ///
    /// - Parameters:
    ///   - source: a path, `-` for the standard input.
    ///   - record: the ordinal in the file, from 1, of the one record wanted; nil for all.
    ///   - print: gets the text of a record, or of a defect of the file.
    /// - Returns: how many records were printed.
    public static func run(
        _ source: String, record: Int?, profile: Profile, print: (String) throws -> Void
    ) throws -> Int {
        let scratch = try TemporaryFolder()
        let collected = try Collector(declared: profile.format, policy: profile.policy).open([source], scratch: scratch)
        for defect in collected.defects { try print(line(defect)) }
        let records = RecordSource(collected)
        let (ingest, scrub) = (IngestStage(policy: profile.policy), ScrubStage(profile.scrubSettings))
        var printed = 0
        while let framed = try records.next() {
            let ingested = ingest.read(framed)
            var log = DefectLog(files: ingested.batch.files, policy: profile.policy)
            let defects = ingested.defects
            let batch = scrub.process(ingested.batch, log: &log)
            for text in pieces(batch, defects + log.defects, wanted: record) {
                try print(text)
                printed += 1
            }
        }
        return printed
    }

    /// The texts of a batch's records and of the unreadable pieces between them, in the order of the file.
    private static func pieces(_ batch: Batch<Scrubbed>, _ defects: [Defect], wanted: Int?) -> [String] {
        var texts: [(offset: UInt64, file: UInt16, text: String)] = []
        for index in 0..<batch.count {
            let origin = batch.origins[index]
            if let wanted, Int(origin.ordinalInFile) != wanted { continue }
            let own = defects.filter { $0.origin?.ordinal == origin.ordinal && $0.origin?.ordinalInFile != 0 }
            let text = batch.withRecord(index) { view in
                self.text(view, origin, batch.files.name(of: origin.file), batch.marks[index].disposition, own)
            }
            texts.append((origin.offset, origin.file, text))
        }
        if wanted == nil {
            for defect in defects where defect.origin?.ordinalInFile == 0 {
                texts.append((defect.origin?.offset ?? 0, defect.origin?.file ?? 0, line(defect)))
            }
        }
        return texts.sorted { ($0.file, $0.offset) < ($1.file, $1.offset) }.map(\.text)
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
        lines.append("=LDR  \(Bytes.display(view.leader.array, limit: 24))")
        take { $0.tag == "LDR" }
        for field in view.fields {
            lines.append(text(field))
            let occurrence = field.occurrence
            take { $0.tag == field.tag && ($0.occurrence ?? 1) == occurrence }
        }
        take { _ in true }
        return lines.joined(separator: "\n") + "\n"
    }

    /// `=245  10$aTitle /$cAuthor.`; a blank indicator as `\`.
    private static func text(_ field: FieldView) -> String {
        let limit = FieldEntry.longest
        if field.tag.isControl { return "=\(field.tag)  \(Bytes.display(field.value, limit: limit))" }
        let indicators = [field.indicator1, field.indicator2].map { $0 == 0x20 || $0 == 0 ? UInt8(ascii: "\\") : $0 }
        return "=\(field.tag)  \(Bytes.display(indicators))"
            + field.subfields.map { "$\(Bytes.display([$0.code]))\(Bytes.display($0.value, limit: limit))" }.joined()
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
