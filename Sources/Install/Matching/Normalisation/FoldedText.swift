internal import MARC
@_spi(_Unicode) internal import Swift

/// Text as it is compared: letters and digits in lower case without marks, a blank between words.
///
/// `L'Été, à Québec /` becomes `l ete a quebec`.
enum FoldedText {
    /// Appends the words of `text`, after a blank where `output` has held something since `start`.
    ///
    /// - Parameter text: UTF-8 in normal form C.
    static func append(_ text: ByteView, after start: Int, to output: inout [UInt8]) {
        var isBetween = output.count > start
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte < 0x80 {
                index += 1
                appendASCII(byte, &isBetween, after: start, to: &output)
                continue
            }
            let (scalar, length) = scalar(text, index)
            index += length
            append(scalar, &isBetween, after: start, to: &output)
        }
    }

    @inline(__always)
    private static func appendASCII(_ byte: UInt8, _ isBetween: inout Bool, after start: Int, to output: inout [UInt8])
    {
        let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
        guard lower &- 0x61 < 26 || lower &- 0x30 < 10 else {
            isBetween = true
            return
        }
        if isBetween, output.count > start { output.append(0x20) }
        isBetween = false
        output.append(lower)
    }

    private static func append(
        _ scalar: Unicode.Scalar, _ isBetween: inout Bool, after start: Int, to output: inout [UInt8]
    ) {
        switch fold(scalar) {
        case .nothing: return
        case .separator: isBetween = true
        case .letters(let letters):
            if isBetween, output.count > start { output.append(0x20) }
            isBetween = false
            output.append(contentsOf: letters)
        }
    }

    private enum Fold {
        /// A mark, or a sign that belongs to its neighbour.
        case nothing
        case separator
        case letters([UInt8])
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Fold {
        let value = Int(scalar.value)
        if value - 0x80 < common.count { return common[value - 0x80] }
        return foldInGeneral(scalar)
    }

    /// The folds of U+0080 to U+052F: Latin, Greek, Cyrillic.
    private static let common: [Fold] = (0x80...0x52F).map { value in
        Unicode.Scalar(UInt32(value)).map { foldInGeneral($0) } ?? .separator
    }

    private static func foldInGeneral(_ scalar: Unicode.Scalar) -> Fold {
        let value = scalar.value
        // Marks above and below letters; signs that stand for a soft sign, an ayn or an alif in transliterations.
        if (0x300...0x36F).contains(value) || (0x2B0...0x2FF).contains(value) { return .nothing }
        if let letters = joined[value] { return .letters(Array(letters.utf8)) }
        let properties = scalar.properties
        guard properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
        else { return .separator }
        let lower = properties.lowercaseMapping
        let isBare = value < 0x530 || (0x1E00...0x1FFF).contains(value)
        if isBare, let base = lower._nfd.first(where: { _ in true }) {
            return .letters(Array(joined[base.value]?.utf8 ?? String(base).utf8))
        }
        return .letters(Array(lower.utf8))
    }

    /// Letters that no decomposition takes apart.
    private static let joined: [UInt32: String] = [
        0xC6: "ae", 0xE6: "ae", 0xD0: "d", 0xF0: "d", 0xD8: "o", 0xF8: "o", 0xDE: "th", 0xFE: "th", 0xDF: "ss",
        0x1E9E: "ss", 0x110: "d", 0x111: "d", 0x131: "i", 0x141: "l", 0x142: "l", 0x152: "oe", 0x153: "oe",
    ]

    /// The character that starts at `index`; ill-formed bytes count as U+FFFD, one by one.
    private static func scalar(_ text: ByteView, _ index: Int) -> (Unicode.Scalar, Int) {
        let lead = text[index]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1
        guard length > 1, index + length <= text.count else { return ("\u{FFFD}", 1) }
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        for place in 1..<length { value = value << 6 | UInt32(text[index + place] & 0x3F) }
        return Unicode.Scalar(value).map { ($0, length) } ?? ("\u{FFFD}", 1)
    }
}

/// Stretches of folded text.
extension FoldedText {
    /// Cuts what `output` holds from `start` on after `count` characters.
    static func cut(_ output: inout [UInt8], from start: Int, characters count: Int) {
        var seen = 0
        for index in start..<output.count where output[index] & 0xC0 != 0x80 {
            seen += 1
            if seen > count {
                output.removeLast(output.count - index)
                break
            }
        }
        if output.count > start, output.last == 0x20 { output.removeLast() }
    }

    /// Cuts what `output` holds from `start` on after `count` words.
    static func cut(_ output: inout [UInt8], from start: Int, words count: Int) {
        var seen = 0
        for index in start..<output.count where output[index] == 0x20 {
            seen += 1
            if seen == count {
                output.removeLast(output.count - index)
                return
            }
        }
    }
}
