public import MARC

/// The normal form of a Library of Congress control number, for finding and matching.
///
/// 1. Blanks are dropped.
/// 2. A slash and everything after it is dropped.
/// 3. A hyphen is dropped, and what follows it padded with zeros on the left to six digits.
///
/// `n 78-890351` becomes `n78890351`, `   85000002 ` becomes `85000002`, `75-425165//r75` becomes `75425165`.
///
/// Source: The LCCN Namespace, "Normalization of LCCNs" (loc.gov/marc/lccn-namespace.html).
public enum LCCN {
    /// Appends the normal form of `value` to `output`.
    ///
    /// - Returns: whether it has the shape of an LCCN, at most three letters and then 8 or 10 digits; where it has not,
    ///   nothing is appended.
    public static func appendNormalForm(of value: ByteView, to output: inout [UInt8]) -> Bool {
        let start = output.count
        var hyphen: Int?
        for byte in value {
            if byte == UInt8(ascii: "/") { break }
            if byte == 0x20 { continue }
            if byte == UInt8(ascii: "-"), hyphen == nil { hyphen = output.count } else { output.append(lower(byte)) }
            // Longer than any LCCN: no need to read on.
            if output.count - start > 13 { break }
        }
        if let hyphen {
            let missing = 6 - (output.count - hyphen)
            if missing > 0 { output.insert(contentsOf: repeatElement(0x30, count: missing), at: hyphen) }
        }
        if hasShape(output[start...]) { return true }
        output.removeLast(output.count - start)
        return false
    }

    private static func hasShape(_ form: ArraySlice<UInt8>) -> Bool {
        let digits = form.drop { $0 &- 0x61 < 26 }
        let letters = form.count - digits.count
        return digits.allSatisfy { $0 &- 0x30 < 10 }
            && (letters <= 3 && digits.count == 8 || letters <= 2 && digits.count == 10)
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
