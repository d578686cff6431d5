public import MARC

/// A line of a delete list: a control number, with blanks and a line end around it or not.
public enum DeleteListLine {
    /// Makes the record that asks for the deletion: leader/05 `d` and the number in 001.
    public static func decode(_ line: ByteView, into record: inout Record) {
        record.removeAll()
        record.leader[5] = UInt8(ascii: "d")
        record.appendControl("001", number(in: line))
    }

    /// The line without the blanks and control characters at both ends.
    public static func number(in line: ByteView) -> ByteView {
        var (first, last) = (0, line.count)
        while first < last, line[first] <= 0x20 { first += 1 }
        while last > first, line[last - 1] <= 0x20 { last -= 1 }
        return line.slice(first, last - first)
    }
}
