/// Reads code lists.
struct CodeListParser {
    private var lists: [Draft] = []

    private struct Draft {
        let key: Label
        let heading: Label
        var width: Int?
        var padding: UInt8?
        var uses: [CodeList.Use] = []
        var specialCodes = CodeTable.empty
        var entries: [CodeEntry] = []
    }

    /// All lists of both tables.
    static func tables() -> CodeList.Tables {
        var parser = CodeListParser()
        let rejected =
            TableText.codeLists.rejectedLines { parser.take($0) }
            + TableText.formatLists.rejectedLines { parser.take($0) }
        let lists = parser.lists.map { draft in
            CodeList(
                codes: CodeTable(draft.entries), specialCodes: draft.specialCodes, width: draft.width,
                padding: draft.padding, usedBy: Definitions(draft.uses), key: draft.key, heading: draft.heading)
        }
        let uses = lists.enumerated().flatMap { number, list in
            list.usedBy.compactMap(\.subfield).map { CodeList.SubfieldUse(subfield: $0, list: number) }
        }
        return CodeList.Tables(
            lists: Definitions(lists), uses: Definitions(uses.sorted { $0.subfield < $1.subfield }),
            rejectedLines: Definitions(rejected))
    }

    private mutating func take(_ columns: [Label]) -> Bool {
        guard let keyword = columns.first else { return false }
        if keyword == "list" { return takeList(columns) }
        guard !lists.isEmpty else { return false }
        if keyword.isEmpty { return takeCode(columns) }
        if keyword == "used-by" {
            lists[lists.count - 1].uses = Columns.words(columns.column(1)).map { CodeList.Use(place: $0) }
            return columns.count == 2
        }
        guard keyword == "special", let codes = Columns.codes(columns.dropFirst()) else { return false }
        lists[lists.count - 1].specialCodes = codes
        return true
    }

    /// `list  countries  MARC code list for countries  width=3 padding=blank`
    private mutating func takeList(_ columns: [Label]) -> Bool {
        var draft = Draft(key: columns.column(1), heading: columns.column(2))
        for trait in Columns.words(columns.column(3)) {
            if let number = trait.after("width=")?.number {
                draft.width = number
            } else if trait == "padding=blank" {
                draft.padding = 0x20
            } else if trait == "padding=hyphen" {
                draft.padding = UInt8(ascii: "-")
            } else {
                return false
            }
        }
        lists.append(draft)
        return !draft.key.isEmpty && !draft.heading.isEmpty
    }

    /// A tab, `cam  Khmer  obsolete, use khm`
    private mutating func takeCode(_ columns: [Label]) -> Bool {
        let code = columns.column(1)
        let meaning = columns.column(2)
        let remark = columns.column(3)
        guard !code.isEmpty, let entry = Self.entry(code, meaning: meaning, remark: remark) else { return false }
        lists[lists.count - 1].entries.append(entry)
        return true
    }

    private static func entry(_ code: Label, meaning: Label, remark: Label) -> CodeEntry? {
        if remark.isEmpty { return CodeEntry(code, meaning: meaning) }
        if remark == "obsolete" { return CodeEntry(code, meaning: meaning, standing: .obsolete) }
        if remark == "also seen" { return CodeEntry(code, meaning: meaning, standing: .notStated) }
        if let successor = remark.after("obsolete, use ") {
            return CodeEntry(code, meaning: meaning, standing: .obsolete, successor: successor)
        }
        return remark.after("formerly ").map { CodeEntry(code, meaning: meaning, former: $0) }
    }
}
