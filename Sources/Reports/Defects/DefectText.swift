/// A defect as people read it on a terminal:
///
/// ```
/// bva-full.mrc: record 3 (001 ocm01234567, byte 4112): critical ingest.record-truncated, record-rejected:
///   the leader gives 1024 bytes, the file ends after 640; send the file again
/// ```
public enum DefectText {
    /// Two lines, or three where before and after are known, with a line end each.
    public static func lines(_ row: DefectRow) -> String {
        var text = "\(head(row)):\n  \(Visible.text(row.message))\n"
        if let evidence = evidence(row) { text += "  \(evidence)\n" }
        return text
    }

    /// The defect in the middle of what is said of its record: a line, or two where before and after are known.
    static func inside(_ row: DefectRow) -> [String] {
        let place = PlaceText.field(row).map { "\($0): " } ?? ""
        let text = "\(place)\(row.severity) \(row.code), \(row.action): \(Visible.text(row.message))"
        return [text] + (evidence(row).map { ["  " + $0] } ?? [])
    }

    private static func head(_ row: DefectRow) -> String {
        let place = [row.file.map(Visible.text), PlaceText.record(row), PlaceText.field(row)].compactMap { $0 }
        let judgement = "\(row.severity) \(row.code), \(row.action)"
        return (place + [judgement]).joined(separator: ": ")
    }

    private static func evidence(_ row: DefectRow) -> String? {
        guard let before = row.before, let after = row.after else { return nil }
        return "before \"\(Visible.text(before))\", after \"\(Visible.text(after))\""
    }
}

/// A defect's place in words.
enum PlaceText {
    /// `record 3 (001 ocm01234567, byte 4112)`; nil for the file or the submission as a whole.
    static func record(_ row: DefectRow) -> String? {
        let details = [row.control.map { "001 \(Visible.text($0))" }, row.offset.map { "byte \($0)" }].compactMap { $0 }
        let inside = details.isEmpty ? "" : "(\(details.joined(separator: ", ")))"
        guard let record = row.record else { return row.offset.map { "byte \($0)" } }
        return "record \(record)" + (inside.isEmpty ? "" : " \(inside)")
    }

    /// `245 $a`, `second 650 indicator 2`, `008/35`; nil for the record as a whole.
    static func field(_ row: DefectRow) -> String? {
        guard let tag = row.tag else { return nil }
        var text = tag
        if let position = row.position { text += "/\(padded(position))" }
        if let occurrence = row.occurrence, occurrence > 1 { text += " (no. \(occurrence))" }
        if let indicator = row.indicator { text += " indicator \(indicator)" }
        if let subfield = row.subfield { text += " $\(subfield)" }
        return text
    }

    private static func padded(_ position: Int) -> String { position < 10 ? "0\(position)" : "\(position)" }
}
