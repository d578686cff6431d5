internal import MARC

/// The values that one term finds in a record, one after another. Used again for every record.
struct MatchValues {
    private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }
    var isEmpty: Bool { ends.isEmpty }

    /// Where the value at `index` lies in ``bytes``.
    func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    func text(_ index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

    /// Reads the values of `term`, in place of those read before.
    mutating func read(_ term: MatchTerm, of record: RecordView) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        switch term.source {
        case .leader(let positions): addCode(positions.lazy.map { record.leader[$0] })
        case .fixed(let tag, let positions): if let value = record.fixed(tag, positions) { addCode(value) }
        case .field(let tags, let codes):
            if term.form.isNumber {
                addNumbers(tags, codes, term.form, of: record)
            } else {
                addText(tags, codes, term, of: record)
            }
        }
    }

    private mutating func addCode(_ characters: some Sequence<UInt8>) {
        for byte in characters { bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
        ends.append(bytes.count)
    }

    /// Every number in every occurrence; for OCLC's also a control number that bears one of its prefixes.
    private mutating func addNumbers(_ tags: [Tag], _ codes: [UInt8], _ form: MatchForm, of record: RecordView) {
        if form == .oclc, let number = record.control("001"), NumberForms.appendControlNumber(number, to: &bytes) {
            ends.append(bytes.count)
        }
        for field in record.fields where tags.contains(field.tag) {
            for subfield in field.subfields where codes.contains(subfield.code) {
                if NumberForms.append(subfield.value, form, to: &bytes) { ends.append(bytes.count) }
            }
        }
    }

    /// The text of the first field that has some.
    private mutating func addText(_ tags: [Tag], _ codes: [UInt8], _ term: MatchTerm, of record: RecordView) {
        for field in record.fields where tags.contains(field.tag) {
            if term.form == .year {
                for subfield in field.subfields where codes.contains(subfield.code) {
                    if NumberForms.appendYear(subfield.value, to: &bytes) {
                        ends.append(bytes.count)
                        return
                    }
                }
                continue
            }
            appendWords(of: field, codes, skipsFiling: term.form == .filing)
            if bytes.isEmpty { continue }
            if term.form == .title { removeArticle(record) }
            cut(term)
            return
        }
    }

    private mutating func appendWords(of field: FieldView, _ codes: [UInt8], skipsFiling: Bool) {
        var filing = skipsFiling && field.indicator2 &- 0x30 < 10 ? Int(field.indicator2 &- 0x30) : 0
        for subfield in field.subfields where codes.contains(subfield.code) {
            let value = filing > 0 ? subfield.value.dropping(characters: filing) : subfield.value
            filing = 0
            FoldedText.append(value, after: 0, to: &bytes)
        }
    }

    private mutating func removeArticle(_ record: RecordView) {
        guard let language = record.fixed("008", 35...37) else { return }
        InitialArticles.remove(from: &bytes, at: 0, language: language.text.lowercased())
    }

    private mutating func cut(_ term: MatchTerm) {
        switch term.length {
        case .whole: break
        case .characters(let count): FoldedText.cut(&bytes, from: 0, characters: count)
        case .words(let count): FoldedText.cut(&bytes, from: 0, words: count)
        }
        guard term.form == .anyWord else {
            ends.append(bytes.count)
            return
        }
        // Each word is a value; the blank behind it stays outside.
        let words = bytes.split(separator: 0x20)
        var apart: [UInt8] = []
        for word in words {
            apart.append(contentsOf: word)
            ends.append(apart.count)
        }
        bytes = apart
    }
}

extension UnsafeBufferPointer where Element == UInt8 {
    /// What follows the first characters; the whole where it has no more than these.
    fileprivate func dropping(characters: Int) -> ByteView {
        var (index, seen) = (0, 0)
        while index < count {
            if self[index] & 0xC0 != 0x80 {
                if seen == characters { return slice(index, count - index) }
                seen += 1
            }
            index += 1
        }
        return self
    }
}
