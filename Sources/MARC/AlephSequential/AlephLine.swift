/// One line of Aleph sequential: `000095841 24510 L $$aTitle`.
///
/// | bytes | what |
/// |---|---|
/// | 0–8 | the system number of the record |
/// | 10–12, 13–14 | tag, indicators |
/// | 16 | the alphabet, `L` for Latin |
/// | from 18 | data; `$$` and a code begin a subfield, `^` is a blank in leader and control fields |
///
/// Source: Ex Libris, "Aleph Sequential Format", as the library system exports it.
struct AlephLine {
    /// Bytes before the data.
    static let headLength = 18
    /// Bytes of the system number.
    static let numberLength = 9

    let number: ByteView
    let tag: Tag
    let indicators: (UInt8, UInt8)
    let data: ByteView

    /// nil where the line has another form.
    init?(_ line: ByteView) {
        guard Self.fits(line) else { return nil }
        number = line.slice(0, Self.numberLength)
        tag = Tag(line[10], line[11], line[12])
        indicators = (line[13], line[14])
        data = line.slice(Self.headLength, max(0, line.count - Self.headLength))
    }

    /// Whether a line starts with the head of one; blanks at its end may be cut off.
    static func fits(_ line: ByteView) -> Bool {
        guard line.count >= headLength - 1, line[..<numberLength].allSatisfy({ $0 &- 0x30 < 10 }) else { return false }
        let isSpaced = line[9] == 0x20 && line[15] == 0x20 && (line.count < headLength || line[17] == 0x20)
        return isSpaced && Tag(line[10], line[11], line[12]).isWellFormed && line[16] &- UInt8(ascii: "A") < 26
    }
}
