internal import MARC
internal import Update

extension SharedNumbers.Pair {
    /// Reports on the later record of a pair, which is the one at hand in `log`.
    func report(earlier: RecordGlimpse, isSameFile: Bool, to log: inout DefectLog) {
        let code = key == .isbn || key == .issn ? StandardNumberShared.code : RecordNumberShared.code
        let place = FieldPlace(tag: Self.tag(key))
        let record = "record \(earlier.origin.ordinalInFile)" + (isSameFile ? "" : " of \(earlier.file)")
        log.report(
            code, at: place, before: Array(number.utf8),
            "\(record) (\(Bytes.display(earlier.control))) has the same \(Self.name(key)); look whether both describe one "
                + "title")
    }

    private static func tag(_ key: RecordKey) -> Tag {
        switch key {
        case .isbn: "020"
        case .issn: "022"
        case .lccn: "010"
        case .oclc, .control, .belongsTo: "035"
        }
    }

    private static func name(_ key: RecordKey) -> String {
        switch key {
        case .isbn: "ISBN"
        case .issn: "ISSN"
        case .lccn: "LCCN"
        case .oclc, .control, .belongsTo: "OCLC number"
        }
    }
}
