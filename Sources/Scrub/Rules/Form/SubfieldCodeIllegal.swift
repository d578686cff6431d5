internal import MARC
internal import MARC21
internal import Update

/// Subfield codes that are none of 0–9 and a–z.
enum SubfieldCodeIllegal: ScrubRule {
    static let codes = [upperCase, code]
    static let signs: Signs = .code
    static let isForDeletes = true
    static let folding: OptionalRepair = "fold-upper-case-codes"
    static let repairs = [folding]

    static func apply(to work: inout ScrubWork) {
        for var list in work.subfieldLists(where: { !Legal.code($0.code) && $0.code != 0 }) {
            let isAllUpper = !list.items.contains { ByteContext.isLower($0.code) }
            let mayFold = work.settings.optional.contains(folding)
            for index in list.items.indices where !Legal.code(list.items[index].code) && list.items[index].code != 0 {
                let folds = isAllUpper || mayFold && fits(index, in: list)
                let repair = repair(of: index, in: list, mayFold: folds)
                report(repair, of: index, in: list, &work)
                apply(repair, to: index, in: &list)
            }
            list.put(into: &work.record)
        }
    }

    /// Whether the field may have the subfield under its lower-case code, besides those that it has.
    private static func fits(_ index: Int, in list: SubfieldList) -> Bool {
        let code = list.items[index].code | 0x20
        guard let field = Format.bibliographic.described(list.tag.rawValue),
            field.standing(ofSubfield: code) == .current
        else { return false }
        return !field.notRepeatableSubfields.contains(code) || !list.has(code)
    }

    /// What is done about a subfield with an illegal code.
    private enum Repair {
        case replace(code: UInt8, value: [UInt8])
        /// The code and what follows are text that belongs to the subfield before.
        case join([UInt8])
        case drop
    }

    private static func repair(of index: Int, in list: SubfieldList, mayFold: Bool) -> Repair {
        let (illegal, value) = (list.items[index].code, list.items[index].value)
        let mayJoin = list.isProse && list.last(before: index) != nil
        let isWord =
            value.first.map { !ByteContext.isUpper($0) && !ByteContext.isDigit($0) && $0 != UInt8(ascii: "[") } ?? true
        let text = illegal > 0x20 ? [illegal] + value : [0x20] + value
        if ByteContext.isUpper(illegal) {
            if mayFold || list.isProse && !isWord { return .replace(code: illegal | 0x20, value: value) }
            return mayJoin ? .join(text) : .drop
        }
        if list.tag == "245", text.contains(UInt8(ascii: "]")), let start = text.first(where: { $0 != 0x20 }),
            start == UInt8(ascii: "[")
        {
            return .replace(code: UInt8(ascii: "h"), value: Array(text.drop { $0 == 0x20 }))
        }
        if let shifted = shifted(illegal, value, isFirst: index == 0) { return shifted }
        return mayJoin && isPunctuation(illegal) ? .join(text) : .drop
    }

    /// What a sentence goes on with; other signs are codes that some system uses for itself.
    private static func isPunctuation(_ byte: UInt8) -> Bool {
        byte <= 0x20 || " ,.;:()[]{}/<>+-'\"".utf8.contains(byte)
    }

    /// The code stands one place further on: `$ aTitle`, `$$aTitle`.
    private static func shifted(_ illegal: UInt8, _ value: [UInt8], isFirst: Bool) -> Repair? {
        guard illegal <= 0x20 || illegal == UInt8(ascii: "$"), value.count > 1, Legal.code(value[0]),
            !ByteContext.isLower(value[1]), isFirst || value[1] != 0x20
        else { return nil }
        return .replace(code: value[0], value: Array(value[1...].drop { $0 == 0x20 }))
    }

    private static func apply(_ repair: Repair, to index: Int, in list: inout SubfieldList) {
        switch repair {
        case .replace(let code, let value): (list.items[index].code, list.items[index].value) = (code, value)
        case .join(let text): list.join(index, as: text)
        case .drop: list.items[index].isDropped = true
        }
    }

    private static func report(_ repair: Repair, of index: Int, in list: SubfieldList, _ work: inout ScrubWork) {
        let item = list.items[index]
        let code = ByteContext.isUpper(item.code) ? upperCase : self.code
        let before = [UInt8(ascii: "$"), item.code] + item.value
        func report(_ after: [UInt8]?, _ text: String) {
            work.report(
                code, at: item.place, before: before, after: after, action: after == nil ? .partDropped : .repaired,
                "the code of \(list.name(index)) is neither a digit nor a small letter; \(text)")
        }
        switch repair {
        case .replace(let code, let value):
            report([UInt8(ascii: "$"), code] + value, "taken for $\(Bytes.display([code]))")
        case .join(let text): report(text, "taken for text of the subfield before it")
        case .drop: report(nil, "the subfield was left out")
        }
    }

    static let upperCase = DefectCode(
        "scrub.subfield-code-upper-case", .minor, .repaired,
        what: "A subfield code is an upper-case letter.",
        why:
            "MARC 21 has lower-case codes only; systems that have upper-case ones mean something of their own by them.",
        done: """
            Where a field has upper-case codes only, or the profile asks for it, they were taken for the lower-case ones. \
            In titles and notes a letter that begins a word stays as text. Other such subfields were left out.
            """,
        repair: "Correct the code in the library's system; leave subfields of its own out of the export.",
        example: "=245  10$ATitle /$CA. Author.")

    static let code = DefectCode(
        "scrub.subfield-code-illegal", .minor, .repaired,
        what: "A subfield code is neither a digit nor a letter.",
        why: "Nothing says what the subfield is; some programs refuse the record.",
        done: """
            Where the code stands one place further on it was taken; in titles and notes the subfield stays as text. \
            Otherwise it was left out, and its content is reported.
            """,
        repair:
            "Correct the code in the library's system. A $ or | in the text is often mistaken for a delimiter by an export.",
        example: "=852  \\\\$aX$=5768")
}
