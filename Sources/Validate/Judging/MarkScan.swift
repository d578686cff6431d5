internal import CByteScans
internal import MARC

/// Finds slips of punctuation in text, 16 bytes at a time: this is asked of a good part of every record.
enum MarkScan {
    /// Where a full stop or comma stands that follows one of its like, or a blank; nil where none does.
    ///
    /// Three full stops are an ellipsis. Behind a blank the mark counts only where a blank or nothing follows it: `.NET` is a
    /// word, ` . -- ` an area of ISBD.
    static func firstSlip(in value: ByteView) -> Int? {
        guard let base = value.baseAddress else { return nil }
        var index = 1
        while true {
            index = marks_find(base, value.count, index)
            if index >= value.count { return nil }
            if isSlip(value, index) { return index }
            index += 1
        }
    }

    /// Whether a full stop or comma stands behind its like or a blank: false only where there is no slip.
    @inline(__always) static func hasCandidate(in text: ByteView) -> Bool {
        text.baseAddress.map { marks_find($0, text.count, 1) < text.count } ?? false
    }

    /// The plain way, from `start` up to `end`.
    static func firstSlip(in value: ByteView, from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end {
            let mark = value[index]
            if mark == UInt8(ascii: ".") || mark == UInt8(ascii: ","), isSlip(value, index) { return index }
            index += 1
        }
        return nil
    }

    private static func isSlip(_ value: ByteView, _ index: Int) -> Bool {
        let (mark, before) = (value[index], value[index - 1])
        let after = index + 1 < value.count ? value[index + 1] : 0x20
        if before == 0x20 {
            // An area of ISBD follows with a dash, an ellipsis with a second mark.
            let next = index + 2 < value.count ? value[index + 2] : 0x20
            return after == 0x20 && next != UInt8(ascii: "-") && next != mark
                && !(mark == UInt8(ascii: ".") && index >= 2 && value[index - 2] == UInt8(ascii: "."))
        }
        guard before == mark else { return false }
        if mark == UInt8(ascii: ",") { return true }
        return after != mark && !(index >= 2 && value[index - 2] == mark)
    }
}
