/// Decodes MARC-8 to UTF-8, value by value: all twelve graphic sets, marks put behind their base.
///
/// ```
/// var decoder = MARC8Decoder()
/// for field in record {
///     decoder.startField()
///     for subfield in field { decoder.decode(subfield.value, into: &text, faults: &faults) }
/// }
/// ```
/// The sets that escape sequences put in force stay so until the next escape sequence, from one subfield to the next,
/// up to the end of the field. Marks and their base are of one value. The text is not normalised: `NFC` does that.
///
/// Control characters below 20 hex and 7F belong to no set and come out as they are.
///
/// Source: MARC 21 Specifications for Record Structure, Character Sets, and Exchange Media, "MARC-8 Encoding
/// Environment"; the codes are those of LC's code tables (ANSEL with EB and FA as marks over two letters).
public struct MARC8Decoder: Sendable {
    private var g0 = MARC8Set.ascii
    private var g1 = MARC8Set.ansel

    /// How many numeric character references (`&#x1EA1;`) were decoded since the decoder was made.
    public private(set) var referenceCount = 0

    public init() {}

    /// Puts the default sets in force: ASCII in G0, ANSEL in G1. To be called before the first value of each field.
    public mutating func startField() {
        g0 = .ascii
        g1 = .ansel
    }

    /// Whether the default sets are in force, as they should be at the end of every subfield.
    public var hasDefaultSets: Bool { g0 == .ascii && g1 == .ansel }

    /// Appends the UTF-8 text of a value, and what was wrong with it.
    ///
    /// - Parameters:
    ///   - bytes: the value of a subfield or control field, no part of `output`.
    ///   - faults: what was wrong, in the order of its ends; offsets count from the first byte of `bytes`.
    public mutating func decode(
        _ bytes: ByteView, into output: inout [UInt8], faults: inout [MARC8Fault]
    ) {
        if g0 == .ascii, MARC8Run.plainEnd(in: bytes, from: 0) == bytes.count {
            output.append(contentsOf: bytes)
            return
        }
        output.append(addingCapacity: bytes.count &* MARC8Output.mostBytesPerByte) { span in
            span.withUnsafeMutableBufferPointer { buffer, count in
                var run = MARC8Run(bytes, into: buffer, g0: g0, g1: g1)
                run.decode()
                count = run.output.count
                (g0, g1) = (run.g0, run.g1)
                referenceCount &+= run.referenceCount
                if !run.faults.isEmpty { faults.append(contentsOf: run.faults) }
            }
        }
    }
}
