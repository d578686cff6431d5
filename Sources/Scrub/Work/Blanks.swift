internal import MARC
internal import MARC21

/// Blanks in text, and which of them mean something.
enum Blanks {
    /// The blanks of this value are left as they are: control fields, 010, 016, 035, 852 $h, 533 $7, $w and $7 of
    /// 760–787, 260 and 264 with `<` or `>`; 841 and 886, which hold leaders and fixed fields; and fields that MARC 21 does
    /// not define, local ones and those of other formats, for some systems keep codes by position in them.
    static func areData(in value: RecordValue) -> Bool {
        guard let code = value.code else { return true }
        let tag = LinkedTag.of(value.field).rawValue
        if value.field.tag.first == UInt8(ascii: "9") || !isDefined(tag) { return true }
        switch (tag, code) {
        case (0x303130, _), (0x303136, _), (0x303335, _), (0x383431, _), (0x383836, _): return true
        case (0x383532, UInt8(ascii: "h")), (0x353333, UInt8(ascii: "7")): return true
        case (0x373630...0x373837, UInt8(ascii: "w")), (0x373630...0x373837, UInt8(ascii: "7")): return true
        case (0x323630, _), (0x323634, _):
            return value.bytes.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
        default: return false
        }
    }

    /// Whether one of the formats defines the field; what another format keeps in its own fields, as UNIMARC, may go by
    /// position.
    private static func isDefined(_ tag: UInt32) -> Bool {
        Format.bibliographic.field(tag) != nil || Format.holdings.field(tag) != nil
            || Format.authority.field(tag) != nil
    }

    /// Appends `value` without blanks at its ends and with one for each run inside; a blank that carries a mark stays.
    static func appendTrimmed(_ value: ByteView, to text: inout [UInt8]) {
        let start = text.count
        var index = 0
        while index < value.count {
            let byte = value[index]
            let isSurplus =
                byte == 0x20 && !carriesMark(index, in: value)
                && (text.count == start || index + 1 == value.count
                    || value[index + 1] == 0x20
                        && !carriesMark(index + 1, in: value)
                    || endsWithBlanks(value, from: index))
            if !isSurplus { text.append(byte) }
            index += 1
        }
    }

    private static func endsWithBlanks(_ value: ByteView, from index: Int) -> Bool {
        value[index...].allSatisfy { $0 == 0x20 }
    }

    /// Whether a combining character stands on the blank at `index`.
    static func carriesMark(_ index: Int, in value: ByteView) -> Bool {
        guard index + 1 < value.count, value[index + 1] >= 0xCC else { return false }
        return CharacterClass.isMark(CharacterClass.scalar(at: index + 1, in: value).value)
    }

    /// Appends `value` with one blank for each character that `isBlank` names; outside fields whose blanks are data, one
    /// for the whole run of blanks in which it stands, and none at an end.
    ///
    /// - Returns: how many characters were replaced.
    static func appendReplacing(
        _ value: RecordValue, to text: inout [UInt8], where isBlank: (UInt32) -> Bool
    ) -> Int {
        var replaced: [UInt8] = []
        var count = 0
        var index = 0
        while index < value.bytes.count {
            let (scalar, length) = CharacterClass.scalar(at: index, in: value.bytes)
            if isBlank(scalar) {
                count += 1
                replaced.append(0x20)
            } else {
                replaced.append(contentsOf: value.bytes.slice(index, length))
            }
            index += length
        }
        if areData(in: value) {
            text.append(contentsOf: replaced)
        } else {
            replaced.withUnsafeBufferPointer { appendTrimmed($0, to: &text) }
        }
        return count
    }
}

/// The tag by which a field's content is judged.
enum LinkedTag {
    /// For 880 the tag that $6 names, as in `245-01/$1`; for every other field its own.
    static func of(_ field: FieldView) -> Tag {
        guard field.tag == "880", let link = field.subfield("6"), link.count >= 3 else { return field.tag }
        let tag = Tag(link[0], link[1], link[2])
        return tag.isNumeric && !tag.isControl ? tag : field.tag
    }
}
