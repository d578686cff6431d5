internal import MARC

/// Finds slips of punctuation in text, 16 bytes at a time: this is asked of a good part of every record.
enum MarkScan {
    /// Where a full stop or comma stands that follows one of its like, or a blank; nil where none does.
    ///
    /// Three full stops are an ellipsis. Behind a blank the mark counts only where a blank or nothing follows it: `.NET` is a
    /// word, ` . -- ` an area of ISBD.
    static func firstSlip(in value: ByteView) -> Int? {
        var index = 1
        while index + 16 <= value.count {
            if let found = candidates(value, from: index) {
                if let slip = firstSlip(in: value, from: found, to: index + 16) { return slip }
            }
            index += 16
        }
        guard index < value.count else { return nil }
        // The last 16 bytes at once, of which some were looked at before.
        if value.count > 16, candidates(value, from: value.count - 16) == nil { return nil }
        return firstSlip(in: value, from: index, to: value.count)
    }

    /// The first place from `index` on where, within 16 bytes, a mark follows its like or a blank; nil where none does.
    @inline(__always)
    private static func candidates(_ value: ByteView, from index: Int) -> Int? {
        guard let base = value.baseAddress else { return nil }
        let bytes = UnsafeRawPointer(base + index).loadUnaligned(as: SIMD16<UInt8>.self)
        let before = UnsafeRawPointer(base + index - 1).loadUnaligned(as: SIMD16<UInt8>.self)
        let marks = (bytes .== UInt8(ascii: ".")) .| (bytes .== UInt8(ascii: ","))
        let found = marks .& ((before .== bytes) .| (before .== 0x20))
        // As two words: `any` asks lane by lane.
        let words = unsafeBitCast(found, to: SIMD2<UInt64>.self)
        return words[0] | words[1] != 0 ? index : nil
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
