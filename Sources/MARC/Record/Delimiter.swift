/// The three bytes that ISO 2709 reserves, and the escape byte of MARC-8.
///
/// Source: MARC 21 Record Structure, "Delimiters"; ISO 2709:2008, 4.
public enum Delimiter {
    /// 1D hex, the end of a record.
    public static let recordTerminator: UInt8 = 0x1D
    /// 1E hex, the end of a field.
    public static let fieldTerminator: UInt8 = 0x1E
    /// 1F hex, the start of a subfield.
    public static let subfield: UInt8 = 0x1F
    /// 1B hex, the start of a MARC-8 escape sequence.
    public static let escape: UInt8 = 0x1B
}
