internal import MARC
internal import Update

/// What reading a record's encoding brought, for the encoding rules to report.
struct Reading {
    /// The encoding that the record, or the profile, declares.
    var declared = TextEncoding.utf8
    /// True where leader/09 declares it.
    var isByLeader = true
    var verdict = EncodingVerdict(encoding: .utf8, basis: .ascii)
    var faults: [TextFault] = []
    /// Whether any value is not what it was.
    var hasChangedText = false

    /// Whether the text was converted from another encoding.
    var isConverted: Bool { verdict.encoding != .utf8 }
    /// Whether the record is rightly declared as MARC-8 although nothing in it had to be converted.
    var isPlainMARC8: Bool { declared == .marc8 && verdict.basis == .ascii }
}

/// What was wrong with one value's encoding: every fault of one kind in it.
struct TextFault {
    var kind: Kind
    var place: FieldPlace
    /// The value as it came, and as it was read.
    var before: [UInt8]
    var after: [UInt8]
    /// The bytes of the first fault.
    var bytes: [UInt8]
    /// Faults of the kind in the value.
    var count: Int

    enum Kind: Equatable {
        case illegalUTF8
        case notInWindows1252
        case notInCodePage(CodePage)
        case marc8(MARC8Fault.Kind)
        /// The value ends while another set than the default is in force.
        case setNotReset
    }

    /// The bytes of the first fault as `\xNN` and, where there are more, how many.
    var bytesShown: String {
        let shown = bytes.map { "\\x" + (($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true)) }.joined()
        return count > 1 ? "\(shown) and \(count - 1) more" : shown
    }
}
