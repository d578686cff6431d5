internal import MARC
internal import Update

/// Text in another script whose MARC-8 escape characters were lost on the way: `(NdOSTOEWSKIJ(B`, `$1!0D!;u(B`.
enum EscapeLost: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .always
    static let repair: OptionalRepair? = "lost-escapes"

    static func apply(to work: inout ScrubWork) {
        work.rewrite(code) { value, text in
            guard value.code != nil, let restored = restored(value.bytes) else { return nil }
            text = restored
            return "\(value.name) holds escape sequences of MARC-8 without their escape characters; it was decoded"
        }
        work.lookAgain()
    }

    /// The text decoded with its escape characters put back; nil unless each piece between a sequence to another script
    /// and the one back decodes without a fault and to more than one letter of that script.
    private static func restored(_ value: ByteView) -> [UInt8]? {
        guard UTF8Check.isASCII(value), value.contains(UInt8(ascii: "(")) else { return nil }
        var marked: [UInt8] = []
        var (index, count) = (0, 0)
        while index < value.count {
            if let back = back(from: index, of: value) {
                marked += [Delimiter.escape] + value[index..<back] + [Delimiter.escape] + "(B".utf8
                index = back + 2
                count += 1
            } else {
                marked.append(value[index])
                index += 1
            }
        }
        return count > 0 ? decoded(marked) : nil
    }

    /// The offset of the sequence back that belongs to one to another script at `index`; nil where none stands there.
    private static func back(from index: Int, of value: ByteView) -> Int? {
        let rest = value.slice(index, value.count - index)
        guard let sequence = sequences.first(where: { rest.starts(with: $0) }) else { return nil }
        let length = sequence.utf8CodeUnitCount
        let step = sequence.utf8Start.pointee == UInt8(ascii: "$") ? 3 : 1
        var back = index + length
        while back + 1 < value.count, !value.slice(back, 2).equals("(B") { back += step }
        // Parentheses of the text itself: `(New York) … (Boston)`.
        let isText =
            back + 2 < value.count && (ByteContext.isLetter(value[back + 2]) || ByteContext.isDigit(value[back + 2]))
        if isText || step == 1 && value.slice(index + 1, back - index - 1).contains(UInt8(ascii: ")")) { return nil }
        guard back + 1 < value.count, back - index - length >= (step == 3 ? 6 : 3) else { return nil }
        let text = [Delimiter.escape] + value[index..<back]
        guard let plain = decoded(Array(text)), !plain.contains(where: { ByteContext.isLetter($0) }) else { return nil }
        return back
    }

    /// EACC, in which a letter takes three bytes, Cyrillic, Hebrew, Arabic, Greek.
    private static let sequences: [StaticString] = ["$1", "(N", "(Q", "(2", "(3", "(4", "(S"]

    private static func decoded(_ bytes: [UInt8]) -> [UInt8]? {
        var decoder = MARC8Decoder()
        var (text, faults) = ([UInt8](), [MARC8Fault]())
        bytes.withUnsafeBufferPointer { decoder.decode($0, into: &text, faults: &faults) }
        return faults.isEmpty ? text : nil
    }

    static let code = DefectCode(
        "scrub.escape-lost", .major, .repaired,
        what: "Text in another script is left in MARC-8 codes, because the escape characters before them were lost.",
        why: "Patrons see letters without sense instead of Chinese, Cyrillic or Hebrew.",
        done: """
            Where every code between the remains of two escape sequences is a letter of the script they name, the text was \
            decoded, as the contributor's profile asks (repairs: [lost-escapes]).
            """,
        repair: "Export the records in UTF-8, or through a program that keeps control characters.",
        example: "=500  \\\\$a(NdOSTOEWSKIJ(B")
}
