internal import MARC

/// By which conventions a record is worded, which decides whether rules about punctuation and terms apply at all.
struct Wording {
    /// Leader/18.
    let form: UInt8
    /// 040 $b; nil where the record does not say.
    let language: [UInt8]?
    /// 040 $e.
    let conventions: [[UInt8]]

    init(_ view: RecordView) {
        form = view.leader[18]
        let source = view.first("040")
        language = source?.subfield("b").map { Array($0) }
        conventions = source?.subfields.filter { $0.code == UInt8(ascii: "e") }.map { Array($0.value) } ?? []
    }

    /// Whether the record says that ISBD punctuation stands between its elements: AACR2, or ISBD punctuation included.
    var hasISBDPunctuation: Bool { form == UInt8(ascii: "a") || form == UInt8(ascii: "i") }

    var isRDA: Bool { conventions.contains { $0.elementsEqual("rda".utf8) } }

    /// Whether the record says that its own words are English.
    var isEnglish: Bool { language?.elementsEqual("eng".utf8) ?? false }

    var isEnglishRDA: Bool { isRDA && isEnglish }
}

extension Wording {
    /// Whether the record's own words are English or it does not say which language they are.
    var mayBeEnglish: Bool { language == nil || isEnglish }

    /// Whether ISBD punctuation as English-speaking libraries set it is to be expected.
    var hasEnglishISBD: Bool { hasISBDPunctuation && mayBeEnglish }
}
