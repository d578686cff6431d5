internal import MARC
internal import Update

/// Data in a field that no delimiter and code introduce.
enum DelimiterMissing: ScrubRule {
    static let codes = [code]
    static let signs: Signs = .noDelimiter
    static let isForDeletes = true

    static func apply(to work: inout ScrubWork) {
        for var list in work.subfieldLists(where: { $0.code == 0 }) {
            for index in list.items.indices where list.items[index].code == 0 { settle(index, in: &list, &work) }
            list.put(into: &work.record)
        }
    }

    private static func settle(_ index: Int, in list: inout SubfieldList, _ work: inout ScrubWork) {
        let value = list.items[index].value
        let (name, place) = (list.name(index), list.items[index].place)
        if value.allSatisfy(isFiller) {
            list.items[index].isDropped = true
            if value.isEmpty { return }
            work.report(code, at: place, before: value, action: .partDropped, "\(name) has blanks \(said): left out")
        } else if let found = LostDelimiter(value) {
            (list.items[index].code, list.items[index].value) = (found.code, found.value)
            let after = [UInt8(ascii: "$"), found.code] + found.value
            work.report(
                code, at: place, before: value, after: after, "\(name) has a damaged delimiter; its code is clear")
        } else if list.last(before: index) == nil, !list.has(UInt8(ascii: "a")) {
            list.items[index].code = UInt8(ascii: "a")
            let after = [UInt8(ascii: "$"), UInt8(ascii: "a")] + value
            work.report(
                code, at: place, before: value, after: after, "\(name) has data \(said): made the $a that it lacks")
        } else if list.isProse, list.last(before: index) != nil {
            list.join(index, as: [0x20] + value)
            work.report(
                code, at: place, before: value, after: value,
                "\(name) has data \(said): kept as part of the text before")
        } else {
            list.items[index].isDropped = true
            work.report(
                code, at: place, before: value, action: .partDropped,
                "\(name) has data \(said): left out, for nothing says which subfield they are")
        }
    }

    private static let said = "without delimiter and code"

    /// A blank, or what people write for one.
    private static func isFiller(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, UInt8(ascii: "\\"), UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "\""): true
        default: false
        }
    }

    static let code = DefectCode(
        "scrub.delimiter-missing", .minor, .repaired,
        what: "A field holds data that no subfield delimiter and code introduce.",
        why: "Nothing says what the data are; most programs lose or misplace them.",
        done: """
            Data at the start of a field without $a were made its $a. In titles, imprints and notes they stay as text; \
            elsewhere they were left out.
            """,
        repair: "Correct the field in the library's system.",
        example: "=245  10Title without delimiter")
}

/// Data whose delimiter became some other character: `¿bNew York`, `‡a New York`.
private struct LostDelimiter {
    let code: UInt8
    let value: [UInt8]

    /// nil unless one character that is not ASCII, a code, and what can only start a value follow one another. Behind a
    /// sign that people write for the delimiter anything can.
    init?(_ data: [UInt8]) {
        guard let first = data.first, first >= 0x80 else { return nil }
        let (sign, length) = data.withUnsafeBufferPointer { CharacterClass.scalar(at: 0, in: $0) }
        let rest = data.dropFirst(length)
        guard let code = rest.first, ByteContext.isLower(code), let start = rest.dropFirst().first,
            Self.isDelimiterSign(sign) || ByteContext.isUpper(start) || ByteContext.isDigit(start)
                || start == UInt8(ascii: "[")
        else { return nil }
        self.code = code
        value = Array(rest.dropFirst().drop { $0 == 0x20 })
    }

    /// Double dagger, Latin letter alveolar click.
    private static func isDelimiterSign(_ scalar: UInt32) -> Bool { scalar == 0x2021 || scalar == 0x01C2 }
}
