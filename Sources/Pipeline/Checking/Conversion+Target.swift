internal import MARC

extension Conversion {
    /// What is written.
    public enum Target: String, Sendable, CaseIterable {
        case iso2709, marcxml
        /// MARC-in-JSON, an object a line.
        case marcjson
        /// MARCMaker's mnemonic form.
        case mrk
    }
}

extension Conversion.Target {
    /// What stands before the records.
    var head: [UInt8] {
        var head: [UInt8] = []
        if self == .marcxml { MARCXMLWriter.appendHead(to: &head) }
        return head
    }

    /// What stands behind them.
    var foot: [UInt8] {
        var foot: [UInt8] = []
        if self == .marcxml { MARCXMLWriter.appendFoot(to: &foot) }
        return foot
    }

    /// Appends a record in this form.
    ///
    /// - Returns: false where the record does not fit.
    func append(_ view: RecordView, to bytes: inout [UInt8]) -> Bool {
        switch self {
        case .marcxml: _ = MARCXMLWriter.append(view, to: &bytes)
        case .marcjson: MARCJSONWriter.append(view, to: &bytes)
        case .mrk: MARCMakerWriter.append(view, to: &bytes)
        case .iso2709:
            do { try ISO2709Writer.append(view, to: &bytes) } catch { return false }
        }
        return true
    }
}
