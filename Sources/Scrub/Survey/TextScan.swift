internal import CByteScans
internal import MARC

/// What kinds of bytes a text has, looked at 16 at a time.
struct TextScan {
    private let kinds: UInt32

    /// - Parameter bytes: one value.
    @inline(__always) init(_ bytes: ByteView) {
        kinds = bytes.baseAddress.map { text_scan($0, bytes.count) } ?? 0
    }

    /// A byte from 80 hex on.
    var hasHigh: Bool { kinds & text_high.rawValue != 0 }
    /// A byte below 20 hex, or 7F hex.
    var hasControl: Bool { kinds & text_control.rawValue != 0 }
    /// Two blanks in a row.
    var hasBlankPair: Bool { kinds & text_blank_pair.rawValue != 0 }
}
